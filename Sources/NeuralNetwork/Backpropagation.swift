extension Network {
  /// Returns the gradient by every parameter, of shape [parameters], given that
  /// by every output, of shape [rows][outputs], of an evaluated batch.
  ///
  /// - Complexity: O(rows · parameters).
  public func parameterGradient(
    of outputGradient: [OutcomeVector], through batch: Batch
  ) -> [Float] {
    backpropagate(
      PackedRows(outputGradient, width: sizes.last ?? 0), through: batch
    )
  }

  /// Returns the gradient by every parameter, of shape [parameters], given that
  /// by every output, of shape [rows, outputs], of an evaluated batch.
  ///
  /// Everything is added up in a fixed order, so that the same batch gives the
  /// same bits. Rumelhart, Hinton & Williams (1986).
  ///
  /// - Complexity: O(rows · parameters).
  public func parameterGradient(
    of outputGradient: [Float], through batch: Batch
  ) -> [Float] {
    backpropagate(
      PackedRows(outputGradient, width: sizes.last ?? 0), through: batch
    )
  }

  private func backpropagate(
    _ outputGradient: PackedRows, through batch: Batch
  ) -> [Float] {
    let layers = layers
    requireEvaluated(batch, outputGradient)
    var gradient = [Float](repeating: 0, count: parameters.count)
    var deltas = outputGradient
    for index in layers.indices.dropFirst().reversed() {
      deltas = backpropagateDense(
        deltas, through: layers[index],
        activations: batch.activations[index - 1], into: &gradient
      )
    }
    backpropagateInputLayer(deltas, of: batch, into: &gradient)
    return gradient
  }

  /// Returns the gradient by every input, also by inputs that are 0, given that
  /// by every output of an evaluated batch.
  ///
  /// A network whose outputs are this one's inputs learns from it: the chain
  /// rule goes on from here.
  ///
  /// - Parameter outputGradient: Of shape [rows, outputs].
  /// - Returns: The gradient, of shape [rows, inputs].
  /// - Complexity: O(rows · parameters).
  public func inputGradient(
    of outputGradient: [Float], through batch: Batch
  ) -> [Float] {
    var deltas = PackedRows(outputGradient, width: sizes.last ?? 0)
    requireEvaluated(batch, deltas)
    for index in layers.indices.dropFirst().reversed() {
      deltas = layerInputGradient(of: layers[index], deltas)
      deltas.clear(whereNotPositive: batch.activations[index - 1])
    }
    return layerInputGradient(of: layers[0], deltas).flat
  }

  private func requireEvaluated(_ batch: Batch, _ outputGradient: PackedRows) {
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

  /// Adds the gradient by a layer's parameters, given `deltas`, the gradient by
  /// its outputs, and returns that by its inputs before they were rectified.
  private func backpropagateDense(
    _ deltas: PackedRows, through layer: Layer, activations: PackedRows,
    into gradient: inout [Float]
  ) -> PackedRows {
    var gradient = gradient.mutableSpan
    activations.addOuterProducts(
      with: deltas, to: &gradient, from: layer.allWeights.lowerBound
    )
    addBiases(deltas, of: layer, to: &gradient)
    var inputGradient = layerInputGradient(of: layer, deltas)
    // A unit that was not active passes nothing down.
    inputGradient.clear(whereNotPositive: activations)
    return inputGradient
  }

  /// Returns a layer's weights, transposed, times the gradient by its outputs.
  private func layerInputGradient(
    of layer: Layer, _ deltas: PackedRows
  ) -> PackedRows {
    var result = PackedRows(count: deltas.count, width: layer.inputs)
    PackedMatrix(transposing: layer, parameters)
      .multiply(deltas, into: &result)
    return result
  }

  private func backpropagateInputLayer(
    _ deltas: PackedRows, of batch: Batch, into gradient: inout [Float]
  ) {
    let layer = layers[0]
    let columns = SparseColumns(of: batch, inputs: layer.inputs)
    var gradient = gradient.mutableSpan
    for input in 0..<layer.inputs {
      let start = layer.firstWeight(from: input)
      for panel in 0..<deltas.panelsPerRow {
        columns.sum(of: deltas, panel: panel, times: input)
          .add(panel: panel, of: layer.outputs, to: &gradient, from: start)
      }
    }
    addBiases(deltas, of: layer, to: &gradient)
  }

  private func addBiases(
    _ deltas: PackedRows, of layer: Layer, to gradient: inout MutableSpan<Float>
  ) {
    guard layer.hasBiases else { return }
    let panels = deltas.panels.span
    let start = layer.biases.lowerBound
    for panel in 0..<deltas.panelsPerRow {
      var sum = Vector.zero
      var place = panel
      for _ in 0..<deltas.count {
        sum += Vector(panels[place])
        place &+= deltas.panelsPerRow
      }
      sum.add(panel: panel, of: layer.outputs, to: &gradient, from: start)
    }
  }
}
