extension Network {
  /// Adds to `gradient` the gradient by every parameter, given the gradient by
  /// every output, of shape [rows, outputs], of an evaluated batch.
  ///
  /// Everything is added up in a fixed order, so that the same batch gives the
  /// same bits. Rumelhart, Hinton & Williams (1986).
  ///
  /// - Complexity: O(rows · parameters).
  public func backpropagate(
    _ outputGradient: [Float],
    through batch: Batch,
    into gradient: inout [Float]
  ) {
    let layers = layers
    precondition(
      outputGradient.count == batch.count * (sizes.last ?? 0)
        && gradient.count == parameters.count,
      "\(outputGradient.count) gradients by output for \(batch.count) rows, "
        + "\(gradient.count) gradients for \(parameters.count) parameters"
    )
    precondition(
      batch.evaluatedCount == batch.count,
      "\(batch.evaluatedCount) of \(batch.count) rows evaluated"
    )
    var deltas = outputGradient
    for index in layers.indices.dropFirst().reversed() {
      deltas = descend(
        deltas,
        through: layers[index],
        activations: batch.activations[index - 1],
        into: &gradient
      )
    }
    finish(deltas, through: layers[0], of: batch, into: &gradient)
  }

  /// Takes the gradients by a layer's outputs down to its inputs.
  private func descend(
    _ deltas: [Float],
    through layer: Layer,
    activations: [Float],
    into gradient: inout [Float]
  ) -> [Float] {
    var result = [Float](repeating: 0, count: activations.count)
    let (parameters, deltas) = (parameters.span, deltas.span)
    let activations = activations.span
    var below = result.mutableSpan
    var gradient = gradient.mutableSpan
    for row in 0..<deltas.count / layer.outputs {
      let delta = deltas.extracting(
        row * layer.outputs..<(row + 1) * layer.outputs
      )
      if layer.hasBiases {
        add(delta, to: &gradient, from: layer.biases.lowerBound)
      }
      for input in 0..<layer.inputs {
        // A unit that was not active passes nothing down.
        let x = activations[row * layer.inputs + input]
        if x == 0 { continue }
        let weights = layer.weights(from: input)
        addScaled(delta, by: x, to: &gradient, from: weights.lowerBound)
        below[row * layer.inputs + input] = dot(
          parameters.extracting(weights),
          delta
        )
      }
    }
    return result
  }

  /// Takes the gradients by the first layer's outputs to its parameters.
  private func finish(
    _ deltas: [Float],
    through layer: Layer,
    of batch: Batch,
    into gradient: inout [Float]
  ) {
    let deltas = deltas.span
    var gradient = gradient.mutableSpan
    for row in 0..<batch.count {
      let delta = deltas.extracting(
        row * layer.outputs..<(row + 1) * layer.outputs
      )
      if layer.hasBiases {
        add(delta, to: &gradient, from: layer.biases.lowerBound)
      }
      for place in batch.inputs(ofRow: row) {
        let weights = layer.weights(from: Int(batch.activeInputs[place]))
        add(delta, to: &gradient, from: weights.lowerBound)
      }
    }
  }
}
