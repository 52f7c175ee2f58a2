extension Network {
  /// Adds to `gradient` the gradient by every parameter, given those by the
  /// outputs of each row of an evaluated batch.
  ///
  /// - Complexity: O(rows · parameters).
  public func backpropagate(
    _ outputGradient: [OutcomeVector],
    through batch: Batch,
    into gradient: inout [Float]
  ) {
    var flat: [Float] = []
    flat.reserveCapacity(outputGradient.count * (sizes.last ?? 0))
    for row in outputGradient {
      for i in row.indices { flat.append(row[i]) }
    }
    backpropagate(flat, through: batch, into: &gradient)
  }

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
    requireEvaluated(batch, outputGradient)
    precondition(
      gradient.count == parameters.count,
      "\(gradient.count) gradients for \(parameters.count) parameters"
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

  /// The gradient by every input, of shape [rows, inputs], given the gradient by
  /// every output, of shape [rows, outputs], of an evaluated batch; also by
  /// inputs that are 0.
  ///
  /// What a network learns that is judged by this one: the chain rule goes on
  /// from here.
  ///
  /// - Complexity: O(rows · parameters).
  public func inputGradient(
    of outputGradient: [Float],
    through batch: Batch
  ) -> [Float] {
    requireEvaluated(batch, outputGradient)
    var deltas = outputGradient
    for index in layers.indices.dropFirst().reversed() {
      deltas = pass(
        deltas,
        below: layers[index],
        activations: batch.activations[index - 1]
      )
    }
    return transposed(layers[0], times: deltas)
  }

  private func requireEvaluated(_ batch: Batch, _ outputGradient: [Float]) {
    precondition(
      outputGradient.count == batch.count * (sizes.last ?? 0),
      "\(outputGradient.count) gradients by output for \(batch.count) rows"
    )
    precondition(
      batch.evaluatedCount == batch.count,
      "\(batch.evaluatedCount) of \(batch.count) rows evaluated"
    )
  }

  /// Takes the gradients by a layer's outputs down to its inputs.
  private func descend(
    _ deltas: [Float],
    through layer: Layer,
    activations: [Float],
    into gradient: inout [Float]
  ) -> [Float] {
    // With the outputs outermost, the long rows are those of the inputs.
    var slopes = [Float](repeating: 0, count: layer.inputs * layer.outputs)
    var sums = slopes.mutableSpan
    addOuterProducts(
      of: deltas.span,
      outputs: layer.outputs,
      and: activations.span,
      inputs: layer.inputs,
      to: &sums
    )
    var gradient = gradient.mutableSpan
    if layer.hasBiases {
      for start in stride(from: 0, to: deltas.count, by: layer.outputs) {
        add(
          deltas.span.extracting(start..<start + layer.outputs),
          to: &gradient,
          from: layer.biases.lowerBound
        )
      }
    }
    for input in 0..<layer.inputs {
      let start = layer.weights(from: input).lowerBound
      for output in 0..<layer.outputs {
        gradient[start + output] += sums[output * layer.inputs + input]
      }
    }
    return pass(deltas, below: layer, activations: activations)
  }

  /// The gradients by a layer's inputs, those of units that were active.
  private func pass(
    _ deltas: [Float],
    below layer: Layer,
    activations: [Float]
  ) -> [Float] {
    var result = transposed(layer, times: deltas)
    var below = result.mutableSpan
    // A unit that was not active passes nothing down.
    clear(&below, whereNotPositive: activations.span)
    return result
  }

  /// A layer's weights, transposed, times the gradients by its outputs.
  private func transposed(_ layer: Layer, times deltas: [Float]) -> [Float] {
    let rows = deltas.count / layer.outputs
    var result = [Float](repeating: 0, count: rows * layer.inputs)
    var below = result.mutableSpan
    Lanes(transposing: layer, parameters).multiply(deltas.span, into: &below)
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
    let active = batch.activeInputs.span
    let values = batch.values.span
    var gradient = gradient.mutableSpan
    for row in 0..<batch.count {
      let delta = deltas.extracting(
        row * layer.outputs..<(row + 1) * layer.outputs
      )
      if layer.hasBiases {
        add(delta, to: &gradient, from: layer.biases.lowerBound)
      }
      let places = batch.inputs(ofRow: row)
      for place in places {
        let weights = layer.firstWeight(from: Int(active[place]))
        if values.isEmpty {
          add(delta, to: &gradient, from: weights)
        } else {
          addScaled(delta, by: values[place], to: &gradient, from: weights)
        }
      }
    }
  }
}
