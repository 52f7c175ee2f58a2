extension Network {
  /// Computes the outputs of the rows of a batch that have none yet.
  ///
  /// - Complexity: O(rows · parameters); inputs that are 0 cost nothing.
  public func evaluate(_ batch: inout Batch) {
    let layers = layers
    if batch.activations.isEmpty { batch.activations = layers.map { _ in [] } }
    let rows = batch.evaluatedCount..<batch.count
    precondition(
      batch.activations.map(\.count)
        == layers.map { rows.lowerBound * $0.outputs },
      "a batch of another network in one of sizes \(sizes)"
    )
    if batch.lanes.parameters != parameters {
      batch.lanes = (
        parameters, layers.dropFirst().map { Lanes(of: $0, parameters) }
      )
    }
    for (index, layer) in layers.enumerated() {
      var outputs: [Float] = []
      swap(&outputs, &batch.activations[index])
      outputs.append(
        contentsOf: repeatElement(0, count: rows.count * layer.outputs)
      )
      if index == 0 {
        sumRows(of: layer, rows, of: batch, into: &outputs)
      } else {
        let lanes = batch.lanes.layers[index - 1]
        let inputs = batch.activations[index - 1]
        let first = rows.lowerBound * layer.inputs
        var sums = outputs.mutableSpan
        lanes.multiply(
          inputs.span.extracting(first..<inputs.count),
          into: &sums,
          from: rows.lowerBound * layer.outputs
        )
      }
      if index < layers.count - 1 {
        rectify(&outputs, from: rows.lowerBound * layer.outputs)
      }
      swap(&outputs, &batch.activations[index])
    }
    batch.evaluatedCount = batch.count
  }

  private func sumRows(
    of layer: Layer,
    _ rows: Range<Int>,
    of batch: Batch,
    into outputs: inout [Float]
  ) {
    let parameters = parameters.span
    var outputs = outputs.mutableSpan
    for row in rows {
      let start = row * layer.outputs
      add(parameters.extracting(layer.biases), to: &outputs, from: start)
      for place in batch.inputs(ofRow: row) {
        let weights = layer.weights(from: Int(batch.activeInputs[place]))
        add(parameters.extracting(weights), to: &outputs, from: start)
      }
    }
  }

  private func rectify(_ outputs: inout [Float], from start: Int) {
    var outputs = outputs.mutableSpan
    for i in start..<outputs.count {
      outputs[i] = max(outputs[i], 0)
    }
  }
}
