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
    // With the outputs outermost, the long rows are those of the inputs.
    let transposed = transposed(layer)
    var slopes = [Float](repeating: 0, count: transposed.count)
    let (weights, deltas) = (transposed.span, deltas.span)
    let activations = activations.span
    var below = result.mutableSpan
    var steps = slopes.mutableSpan
    var gradient = gradient.mutableSpan
    let width = layer.inputs
    for row in 0..<deltas.count / layer.outputs {
      let delta = deltas.extracting(
        row * layer.outputs..<(row + 1) * layer.outputs
      )
      if layer.hasBiases {
        add(delta, to: &gradient, from: layer.biases.lowerBound)
      }
      let x = activations.extracting(row * width..<(row + 1) * width)
      for output in delta.indices where delta[output] != 0 {
        let start = output * width
        addScaled(x, by: delta[output], to: &steps, from: start)
        addScaled(
          weights.extracting(start..<start + width),
          by: delta[output],
          to: &below,
          from: row * width
        )
      }
      // A unit that was not active passes nothing down.
      for i in x.indices where x[i] == 0 { below[row * width + i] = 0 }
    }
    for input in 0..<layer.inputs {
      let start = layer.weights(from: input).lowerBound
      for output in 0..<layer.outputs {
        gradient[start + output] += steps[output * width + input]
      }
    }
    return result
  }

  /// The weights of a layer, of shape [outputs, inputs].
  private func transposed(_ layer: Layer) -> [Float] {
    var result = [Float](repeating: 0, count: layer.inputs * layer.outputs)
    for input in 0..<layer.inputs {
      let start = layer.weights(from: input).lowerBound
      for output in 0..<layer.outputs {
        result[output * layer.inputs + input] = parameters[start + output]
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
