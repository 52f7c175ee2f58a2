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
    backpropagate(
      Rows(outputGradient, width: sizes.last ?? 0),
      through: batch,
      into: &gradient
    )
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
    backpropagate(
      Rows(outputGradient, width: sizes.last ?? 0),
      through: batch,
      into: &gradient
    )
  }

  private func backpropagate(
    _ outputGradient: Rows,
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

  /// The gradient by every input, of shape [rows, inputs], given the gradient
  /// by every output, of shape [rows, outputs], of an evaluated batch; also by
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
    var deltas = Rows(outputGradient, width: sizes.last ?? 0)
    requireEvaluated(batch, deltas)
    for index in layers.indices.dropFirst().reversed() {
      deltas = transposed(layers[index], times: deltas)
      deltas.clear(whereNotPositive: batch.activations[index - 1])
    }
    return transposed(layers[0], times: deltas).flat
  }

  private func requireEvaluated(_ batch: Batch, _ outputGradient: Rows) {
    precondition(
      outputGradient.count == batch.count,
      "gradients by the outputs of \(outputGradient.count) rows for "
        + "\(batch.count)"
    )
    precondition(
      batch.evaluatedCount == batch.count,
      "\(batch.evaluatedCount) of \(batch.count) rows evaluated"
    )
  }

  /// Takes the gradients by a layer's outputs down to its inputs.
  private func descend(
    _ deltas: Rows,
    through layer: Layer,
    activations: Rows,
    into gradient: inout [Float]
  ) -> Rows {
    let products = deltas.outerProducts(with: activations)
    let (slopes, groups) = (products.blocks.span, products.groups)
    var gradient = gradient.mutableSpan
    for input in 0..<layer.inputs {
      let start = layer.firstWeight(from: input)
      for output in 0..<layer.outputs {
        gradient[start + output] +=
          slopes[output * groups + input / 16][input % 16]
      }
    }
    addBiases(deltas, of: layer, to: &gradient)
    var below = transposed(layer, times: deltas)
    // A unit that was not active passes nothing down.
    below.clear(whereNotPositive: activations)
    return below
  }

  /// A layer's weights, transposed, times the gradients by its outputs.
  private func transposed(_ layer: Layer, times deltas: Rows) -> Rows {
    var result = Rows(count: deltas.count, width: layer.inputs)
    Lanes(transposing: layer, parameters).multiply(deltas, into: &result)
    return result
  }

  /// Takes the gradients by the first layer's outputs to its parameters.
  private func finish(
    _ deltas: Rows,
    through layer: Layer,
    of batch: Batch,
    into gradient: inout [Float]
  ) {
    let columns = SparseColumns(of: batch, inputs: layer.inputs)
    var gradient = gradient.mutableSpan
    for input in 0..<layer.inputs {
      for group in 0..<deltas.groups {
        columns.sum(of: deltas, group: group, times: input)
          .add(
            to: &gradient,
            from: layer.firstWeight(from: input) + group * 16,
            count: min(16, layer.outputs - group * 16)
          )
      }
    }
    addBiases(deltas, of: layer, to: &gradient)
  }

  /// Takes the gradients by a layer's outputs to its biases.
  private func addBiases(
    _ deltas: Rows,
    of layer: Layer,
    to gradient: inout MutableSpan<Float>
  ) {
    guard layer.hasBiases else { return }
    let blocks = deltas.blocks.span
    for group in 0..<deltas.groups {
      var sum = Rows.Vector.zero
      var place = group
      for _ in 0..<deltas.count {
        sum += Rows.Vector(blocks[place])
        place &+= deltas.groups
      }
      sum.add(
        to: &gradient,
        from: layer.biases.lowerBound + group * 16,
        count: min(16, layer.outputs - group * 16)
      )
    }
  }
}
