import TestSupport
import Testing

@testable import NeuralNetwork

@Suite struct OuterProductsTests {
  // Rows and the two widths: sums of four, twelve and all lanes, groups of four
  // and pairs that are not full.
  @Test(
    arguments: [
      (0, 5, 3), (1, 1, 1), (3, 64, 9), (2, 16, 17), (5, 33, 4), (2, 7, 12),
      (3, 30, 13), (1, 3, 32),
    ]
  )
  func `they have the bits of plain loops`(
    rows: Int, inputs: Int, outputs: Int
  ) {
    var rng = SplitMix64(state: 1)
    let x = rng.uniform(1, count: rows * inputs)
    let deltas = rng.uniform(1, count: rows * outputs)
    var sums = [Float](repeating: 0, count: inputs * outputs)
    for row in 0..<rows {
      for input in 0..<inputs {
        for output in 0..<outputs {
          sums[input * outputs + output] +=
            x[row * inputs + input] * deltas[row * outputs + output]
        }
      }
    }
    // They are added to what was there, and nothing around it changes.
    let before = rng.uniform(1, count: sums.count + 5)
    var after = before
    var span = after.mutableSpan
    PackedRows(x, width: inputs).addOuterProducts(
      with: PackedRows(deltas, width: outputs), to: &span, from: 3
    )
    var plain = before
    for (i, sum) in sums.enumerated() { plain[3 + i] += sum }
    #expect(after.map(\.bitPattern) == plain.map(\.bitPattern))
  }

  @Test func `other counts of rows trap`() async {
    let result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      var sums = [Float](repeating: 0, count: 9)
      var span = sums.mutableSpan
      PackedRows(count: 2, width: 3).addOuterProducts(
        with: PackedRows(count: 3, width: 3), to: &span, from: 0
      )
    }
    #expect(result.message.contains("outer products of 2 rows with 3"))
  }
}
