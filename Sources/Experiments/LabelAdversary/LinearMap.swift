internal import NeuralNetwork
internal import Players

/// A linear map fitted by descent: a probe that adds nothing of its own to the
/// features.
struct LinearMap {
  private var network: Network

  init(inputs: Int, outputs: Int) {
    network = Network(sizes: [inputs, outputs])
  }

  /// Makes 300 steps of Adam against the mean gradient of 64 rows, the learning
  /// rate falling from .01 to 0. For a convex loss and features of mean square
  /// 1 that comes close to the minimum, equally for every embedding.
  ///
  /// - Parameters:
  ///   - rows: The features, of shape [rows, inputs].
  ///   - gradient: A row's gradient by its outputs, given those.
  mutating func fit(
    _ rows: [[Float]], seed: UInt64,
    _ gradient: (_ row: Int, _ outputs: OutcomeVector) -> OutcomeVector
  ) {
    let (steps, size) = (300, 64)
    var optimizer: any Optimizer = Adam(
      learningRate: 0, parameterCount: network.parameters.count
    )
    var rng = SeededGenerator(seed: seed, stream: 1 << 62)
    for step in 0..<steps {
      optimizer.learningRate = 0.01 * (1 - Float(step) / Float(steps))
      let drawn = (0..<size).map { _ in rng.next(below: rows.count) }
      var batch = batch(drawn.map { rows[$0] })
      network.evaluate(&batch)
      let slopes = drawn.enumerated().map { place, row in
        1 / Float(size) * gradient(row, batch.outcomes(ofRow: place))
      }
      var sum = [Float](repeating: 0, count: network.parameters.count)
      network.backpropagate(slopes, through: batch, into: &sum)
      network.step(against: sum, by: &optimizer)
    }
  }

  /// The outputs, of shape [rows, outputs].
  func outputs(of rows: [[Float]]) -> [OutcomeVector] {
    var batch = batch(rows)
    network.evaluate(&batch)
    return rows.indices.map { batch.outcomes(ofRow: $0) }
  }

  private func batch(_ rows: [[Float]]) -> Batch {
    var batch = Batch()
    for row in rows {
      for (input, value) in row.enumerated() where value != 0 {
        batch.appendInput(input, value: value)
      }
      batch.endRow()
    }
    return batch
  }
}
