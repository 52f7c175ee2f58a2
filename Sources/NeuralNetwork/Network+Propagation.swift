extension Network {
  /// Computes the outputs of the rows of a batch that have none yet.
  ///
  /// - Complexity: O(rows · parameters); inputs that are 0 cost nothing.
  public func evaluate(_ batch: inout Batch) {
    let layers = layers
    if batch.activations.isEmpty { batch.activations = layers.map { _ in [] } }
    let rows = batch.evaluatedCount..<batch.count
    precondition(
      batch.activations.count == layers.count
        && layers.indices.allSatisfy {
          batch.activations[$0].count == rows.lowerBound * layers[$0].outputs
        },
      "a batch of another network in one of sizes \(sizes)"
    )
    if batch.lanes.parameters != parameters {
      batch.lanes = (parameters, layers.map { Lanes(of: $0, parameters) })
    }
    for (index, layer) in layers.enumerated() {
      var outputs: [Float] = []
      swap(&outputs, &batch.activations[index])
      outputs.append(
        contentsOf: repeatElement(0, count: rows.count * layer.outputs)
      )
      let lanes = batch.lanes.layers[index]
      let start = rows.lowerBound * layer.outputs
      var sums = outputs.mutableSpan
      if index == 0 {
        for row in rows {
          let places = batch.inputs(ofRow: row)
          let inputs = batch.activeInputs.span.extracting(places)
          let start = row * layer.outputs
          if batch.values.isEmpty {
            lanes.add(inputs, into: &sums, from: start)
          } else {
            let values = batch.values.span.extracting(places)
            lanes.add(inputs, times: values, into: &sums, from: start)
          }
        }
      } else {
        let inputs = batch.activations[index - 1]
        let first = rows.lowerBound * layer.inputs
        lanes.multiply(
          inputs.span.extracting(first..<inputs.count),
          into: &sums,
          from: start
        )
      }
      if index < layers.count - 1 {
        rectify(&outputs, from: start)
      }
      swap(&outputs, &batch.activations[index])
    }
    batch.evaluatedCount = batch.count
  }

  private func rectify(_ outputs: inout [Float], from start: Int) {
    var outputs = outputs.mutableSpan
    for i in start..<outputs.count {
      outputs[i] = max(outputs[i], 0)
    }
  }
}
