extension Network {
  /// Returns the gradient by every parameter, of shape [parameters], given that
  /// by every output, of shape [rows][outputs], of an evaluated batch.
  ///
  /// Everything is added up in a fixed order, so that the same batch gives the
  /// same bits. Rumelhart, Hinton & Williams (1986).
  ///
  /// The batch keeps the memory that this takes, and lets go of the weights it
  /// was evaluated with: a step against the gradient is to change them.
  ///
  /// - Complexity: O(rows · parameters).
  public func parameterGradient(
    of outputGradient: [OutcomeVector], through batch: inout Batch
  ) -> [Float] {
    requireEvaluated(batch, gradients: outputGradient.count)
    var deltas = batch.takeDeltas(for: layers)
    deltas[layers.count - 1].copy(outputGradient)
    let gradient = backpropagate(&deltas, through: batch)
    batch.keep(deltas)
    return gradient
  }

  /// The same of a batch that another step may need.
  public func parameterGradient(
    of outputGradient: [OutcomeVector], through batch: Batch
  ) -> [Float] {
    var batch = batch
    return parameterGradient(of: outputGradient, through: &batch)
  }

  /// Returns the gradient by every parameter, of shape [parameters], given that
  /// by every output, of shape [rows, outputs], of an evaluated batch.
  ///
  /// - Complexity: O(rows · parameters).
  public func parameterGradient(
    of outputGradient: [Float], through batch: Batch
  ) -> [Float] {
    let last = PackedRows(outputGradient, width: sizes.last ?? 0)
    requireEvaluated(batch, gradients: last.count)
    var deltas = layers.map { PackedRows(width: $0.outputs) }
    deltas[layers.count - 1] = last
    return backpropagate(&deltas, through: batch)
  }

  /// Backpropagates the gradients by the outputs of the last layer to those of
  /// the others, of shape [layers][rows, outputs].
  private func backpropagate(
    _ deltas: inout [PackedRows], through batch: Batch
  ) -> [Float] {
    let layers = layers
    var gradient = [Float](repeating: 0, count: parameters.count)
    for index in layers.indices.dropFirst().reversed() {
      let activations = batch.activations[index - 1]
      let layer = layers[index]
      var span = gradient.mutableSpan
      activations.addOuterProducts(
        with: deltas[index], to: &span, from: layer.allWeights.lowerBound
      )
      addBiases(deltas[index], of: layer, to: &span)
      var inner = PackedRows(width: 0)
      swap(&inner, &deltas[index - 1])
      multiply(deltas[index], byTransposed: layer, into: &inner)
      // A unit that was not active passes nothing down.
      inner.clear(whereNotPositive: activations)
      swap(&inner, &deltas[index - 1])
    }
    backpropagateInputLayer(deltas[0], of: batch, into: &gradient)
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
    requireEvaluated(batch, gradients: deltas.count)
    for index in layers.indices.reversed() {
      var inner = PackedRows(width: layers[index].inputs)
      multiply(deltas, byTransposed: layers[index], into: &inner)
      if index > 0 {
        inner.clear(whereNotPositive: batch.activations[index - 1])
      }
      deltas = inner
    }
    return deltas.flat
  }

  /// Writes a layer's weights, transposed, times the gradients by its outputs.
  private func multiply(
    _ deltas: PackedRows, byTransposed layer: Layer, into y: inout PackedRows
  ) {
    y.resize(to: deltas.count)
    PackedMatrix(transposing: layer, parameters).multiply(deltas, into: &y)
  }

  private func requireEvaluated(_ batch: Batch, gradients count: Int) {
    precondition(
      count == batch.count,
      "gradients by the outputs of \(count) rows for \(batch.count)"
    )
    precondition(
      batch.evaluatedCount == batch.count,
      "\(batch.evaluatedCount) of \(batch.count) rows evaluated"
    )
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
