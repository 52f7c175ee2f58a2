import NeuralNetwork
import TestSupport
import Testing

@Suite struct NetworkBackpropagationTests {
  private func gradient(
    of sample: NetworkSample,
    rows: [[Int]],
    slopes: [Float]
  ) -> [Float] {
    var batch = sample.batch(rows)
    sample.network.evaluate(&batch)
    return sample.network.parameterGradient(of: slopes, through: batch)
  }

  @Test(arguments: NetworkSample.all)
  func `the gradient by every parameter is the central difference`(
    sample: NetworkSample
  ) {
    let expected = centralDifferences(
      of: { parameters in
        var sum = 0.0
        for (number, row) in sample.rows.enumerated() {
          let outputs = sample.reference(row, parameters)
          for (y, slope) in zip(outputs, sample.slopes(ofRow: number)) {
            sum += y * Double(slope)
          }
        }
        return sum
      },
      at: sample.network.parameters.map(Double.init),
      step: 1e-6
    )
    let gradient = gradient(
      of: sample,
      rows: sample.rows,
      slopes: sample.slopes
    )
    #expect(largestError(gradient, expected) < 1e-5)
    #expect(gradient.contains { $0 != 0 })
  }

  @Test(arguments: NetworkSample.all)
  func `the gradients of all rows are added`(
    sample: NetworkSample
  ) {
    let whole = gradient(of: sample, rows: sample.rows, slopes: sample.slopes)
    var sum = [Double](repeating: 0, count: whole.count)
    for (number, row) in sample.rows.enumerated() {
      let single = gradient(
        of: sample,
        rows: [row],
        slopes: sample.slopes(ofRow: number)
      )
      for i in sum.indices { sum[i] += Double(single[i]) }
    }
    #expect(largestError(whole, sum) < 1e-5)
  }

  @Test func `a batch filled in two goes gives the same bits`() {
    for sample in NetworkSample.all {
      var parts = sample.batch(Array(sample.rows[..<3]))
      sample.network.evaluate(&parts)
      for row in sample.rows[3...] { parts.append(row) }
      sample.network.evaluate(&parts)
      let other = sample.network.parameterGradient(
        of: sample.slopes,
        through: parts
      )
      let whole = gradient(
        of: sample,
        rows: sample.rows,
        slopes: sample.slopes
      )
      #expect(other.map(\.bitPattern) == whole.map(\.bitPattern))
    }
  }

  @Test func `slopes by outcome give the bits of slopes by number`() {
    for sample in NetworkSample.all where sample.outputs <= 16 {
      var batch = sample.batch(sample.rows)
      sample.network.evaluate(&batch)
      let numbers = sample.network.parameterGradient(
        of: sample.slopes,
        through: batch
      )
      let outcomes = sample.network.parameterGradient(
        of: sample.rows.indices.map {
          OutcomeVector(sample.slopes(ofRow: $0))
        },
        through: batch
      )
      #expect(outcomes.map(\.bitPattern) == numbers.map(\.bitPattern))
    }
  }

  @Test func `of no rows there is no gradient`() {
    for sample in NetworkSample.all {
      var batch = Batch()
      sample.network.evaluate(&batch)
      let none = [Float](repeating: 0, count: sample.network.parameters.count)
      let numbers: [Float] = []
      let outcomes: [OutcomeVector] = []
      let network = sample.network
      #expect(network.parameterGradient(of: numbers, through: batch) == none)
      #expect(network.parameterGradient(of: outcomes, through: batch) == none)
    }
  }

  @Test func `gradients of other counts trap`() async {
    var result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      let network = Network(sizes: [3, 2])
      var batch = Batch()
      batch.append([0])
      network.evaluate(&batch)
      let slopes: [Float] = [1]
      _ = network.parameterGradient(of: slopes, through: batch)
    }
    #expect(result.message.contains("1 numbers in rows of 2"))
    result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      let network = Network(sizes: [3, 2])
      var batch = Batch()
      batch.append([0])
      network.evaluate(&batch)
      let slopes: [Float] = [1, 1, 1, 1]
      _ = network.parameterGradient(of: slopes, through: batch)
    }
    #expect(result.message.contains("by the outputs of 2 rows for 1"))
  }

  @Test func `a batch with a row that was not evaluated traps`() async {
    var result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      let network = Network(sizes: [3, 2])
      var batch = Batch()
      batch.append([0])
      let slopes: [Float] = [1, 1]
      _ = network.parameterGradient(of: slopes, through: batch)
    }
    #expect(result.message.contains("0 of 1 rows evaluated"))
    result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      let network = Network(sizes: [3, 2, 2])
      var batch = Batch()
      batch.append([0])
      network.evaluate(&batch)
      batch.append([1])
      let slopes: [Float] = [1, 1, 1, 1]
      _ = network.parameterGradient(of: slopes, through: batch)
    }
    #expect(result.message.contains("1 of 2 rows evaluated"))
  }
}
