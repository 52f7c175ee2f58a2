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
    var gradient = [Float](
      repeating: 0,
      count: sample.network.parameters.count
    )
    sample.network.backpropagate(slopes, through: batch, into: &gradient)
    return gradient
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
  func `gradients are added, those of all rows and those before`(
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

    var batch = sample.batch(sample.rows)
    sample.network.evaluate(&batch)
    var twice = whole
    sample.network.backpropagate(sample.slopes, through: batch, into: &twice)
    #expect(largestError(twice, sum.map { 2 * $0 }) < 1e-5)
  }

  @Test func `a batch filled in two goes gives the same bits`() {
    for sample in NetworkSample.all {
      var parts = sample.batch(Array(sample.rows[..<3]))
      sample.network.evaluate(&parts)
      for row in sample.rows[3...] { parts.append(row) }
      sample.network.evaluate(&parts)
      var other = [Float](
        repeating: 0,
        count: sample.network.parameters.count
      )
      sample.network.backpropagate(
        sample.slopes,
        through: parts,
        into: &other
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
      let none = [Float](repeating: 0, count: sample.network.parameters.count)
      var (numbers, outcomes) = (none, none)
      sample.network.backpropagate(
        sample.slopes,
        through: batch,
        into: &numbers
      )
      sample.network.backpropagate(
        sample.rows.indices.map { OutcomeVector(sample.slopes(ofRow: $0)) },
        through: batch,
        into: &outcomes
      )
      #expect(outcomes.map(\.bitPattern) == numbers.map(\.bitPattern))
    }
  }

  @Test func `of no rows there is no gradient`() {
    for sample in NetworkSample.all {
      var batch = Batch()
      sample.network.evaluate(&batch)
      let none = [Float](repeating: 0, count: sample.network.parameters.count)
      var gradient = none
      let numbers: [Float] = []
      sample.network.backpropagate(numbers, through: batch, into: &gradient)
      let outcomes: [OutcomeVector] = []
      sample.network.backpropagate(outcomes, through: batch, into: &gradient)
      #expect(gradient == none)
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
      var gradient = [Float](repeating: 0, count: 8)
      network.backpropagate([1], through: batch, into: &gradient)
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
      var gradient = [Float](repeating: 0, count: 7)
      network.backpropagate([1, 1], through: batch, into: &gradient)
    }
    #expect(result.message.contains("7 gradients for 8 parameters"))
    result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      let network = Network(sizes: [3, 2])
      var batch = Batch()
      batch.append([0])
      network.evaluate(&batch)
      var gradient = [Float](repeating: 0, count: 8)
      network.backpropagate([1, 1, 1, 1], through: batch, into: &gradient)
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
      var gradient = [Float](repeating: 0, count: 8)
      network.backpropagate([1, 1], through: batch, into: &gradient)
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
      var gradient = [Float](repeating: 0, count: 14)
      network.backpropagate([1, 1, 1, 1], through: batch, into: &gradient)
    }
    #expect(result.message.contains("1 of 2 rows evaluated"))
  }
}
