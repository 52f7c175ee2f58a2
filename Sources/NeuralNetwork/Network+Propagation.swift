extension Network {
  /// Computes the outputs of the rows of a batch that have none yet.
  ///
  /// - Complexity: O(rows · parameters); inputs that are 0 cost nothing.
  public func evaluate(_ batch: inout Batch) {
    let layers = layers
    let rows = batch.evaluatedCount..<batch.count
    if !batch.fits(layers) {
      precondition(
        rows.lowerBound == 0,
        "\(rows.lowerBound) rows of widths \(batch.activations.map(\.width)) in "
          + "a network of sizes \(sizes)"
      )
      batch.activations = layers.map { Rows(width: $0.outputs) }
    }
    if batch.lanes.parameters != parameters {
      batch.lanes = (parameters, layers.map { Lanes(of: $0, parameters) })
    }
    for index in layers.indices {
      var outputs = Rows(width: 0)
      swap(&outputs, &batch.activations[index])
      outputs.append(count: rows.count)
      let lanes = batch.lanes.layers[index]
      if index > 0 {
        lanes.multiply(
          batch.activations[index - 1],
          into: &outputs,
          from: rows.lowerBound
        )
      } else {
        for row in rows {
          let places = batch.inputs(ofRow: row)
          let inputs = batch.activeInputs.span.extracting(places)
          if batch.values.isEmpty {
            lanes.add(inputs, into: &outputs, row: row)
          } else {
            let values = batch.values.span.extracting(places)
            lanes.add(inputs, times: values, into: &outputs, row: row)
          }
        }
      }
      if index < layers.count - 1 { outputs.rectify(from: rows.lowerBound) }
      swap(&outputs, &batch.activations[index])
    }
    batch.evaluatedCount = batch.count
  }
}
