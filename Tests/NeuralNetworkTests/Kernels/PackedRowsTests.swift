import TestSupport
import Testing

@testable import NeuralNetwork

@Suite struct PackedRowsTests {
  private static let widths = [1, 9, 15, 16, 17, 40]

  @Test(arguments: widths)
  func `they hold what they were given, in order`(width: Int) {
    let numbers = (0..<3 * width).map { Float($0) - 3.5 }
    let rows = PackedRows(numbers, width: width)
    #expect(rows.count == 3 && rows.width == width)
    #expect(rows.panelsPerRow == (width + 15) / 16)
    #expect(rows.flat == numbers)
    #expect(rows[1] == Array(numbers[width..<2 * width]))
  }

  @Test func `outcomes are rows of one vector`() {
    let outcomes: [OutcomeVector] = [[1, 2, 3], [4, 5, 6]]
    let rows = PackedRows(outcomes, width: 3)
    #expect(rows.count == 2 && rows.width == 3)
    #expect(rows.flat == [1, 2, 3, 4, 5, 6])
    #expect(PackedRows([OutcomeVector](), width: 3).count == 0)
  }

  @Test(arguments: widths)
  func `rows that are added are zeros`(width: Int) {
    var rows = PackedRows([Float](repeating: 1, count: width), width: width)
    rows.append(count: 2)
    #expect(rows.count == 3)
    #expect(rows[0].allSatisfy { $0 == 1 })
    #expect(rows[1] + rows[2] == [Float](repeating: 0, count: 2 * width))
    rows.removeAll()
    #expect(rows.count == 0)
  }

  @Test(arguments: widths)
  func `rectified, what is not positive is zero`(width: Int) {
    var rng = SplitMix64(state: 1)
    var numbers = rng.uniform(1, count: 4 * width)
    (numbers[width], numbers[2 * width]) = (-0.0, -.infinity)
    var rows = PackedRows(numbers, width: width)
    rows.rectify(from: 1)
    #expect(rows[0] == Array(numbers[..<width]))
    for row in 1..<4 {
      let plain = numbers[row * width..<(row + 1) * width].map { max($0, 0) }
      #expect(rows[row].map(\.bitPattern) == plain.map(\.bitPattern))
    }
    var unsound = PackedRows([.nan], width: 1)
    unsound.rectify(from: 0)
    #expect(unsound.flat[0].isNaN)
  }

  @Test(arguments: widths)
  func `what others had not positive is cleared`(width: Int) {
    var rng = SplitMix64(state: 2)
    let numbers = rng.uniform(1, count: 2 * width)
    var signs = rng.uniform(1, count: 2 * width)
    signs[0] = 0
    signs[width] = .nan
    var rows = PackedRows(numbers, width: width)
    rows.clear(whereNotPositive: PackedRows(signs, width: width))
    #expect(rows.flat == zip(numbers, signs).map { $1 > 0 ? $0 : 0 })
  }

  @Test func `other widths and counts trap`() async {
    var result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = PackedRows([1, 2, 3], width: 2)
    }
    #expect(result.message.contains("3 numbers in rows of 2"))
    result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      let outcomes: [OutcomeVector] = [[1], [1, 2]]
      _ = PackedRows(outcomes, width: 1)
    }
    #expect(result.message.contains("a row of 2 outcomes among rows of 1"))
    result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      var rows = PackedRows(count: 2, width: 3)
      rows.clear(whereNotPositive: PackedRows(count: 3, width: 3))
    }
    #expect(result.message.contains("signs of 3 rows of 3 for 2 of 3"))
    result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      var rows = PackedRows(count: 2, width: 3)
      rows.clear(whereNotPositive: PackedRows(count: 2, width: 4))
    }
    #expect(result.message.contains("signs of 2 rows of 4 for 2 of 3"))
  }

  // Rows and the two widths: odd and even, whole vectors and parts of them.
  @Test(arguments: [(0, 3, 5), (1, 1, 1), (3, 9, 64), (2, 17, 16), (5, 4, 33)])
  func `they have the bits of plain loops`(rows: Int, outputs: Int, inputs: Int)
  {
    var rng = SplitMix64(state: 1)
    let deltas = rng.uniform(1, count: rows * outputs)
    let x = rng.uniform(1, count: rows * inputs)
    var plain = [Float](repeating: 0, count: outputs * inputs)
    for row in 0..<rows {
      for output in 0..<outputs {
        for input in 0..<inputs {
          plain[output * inputs + input] +=
            deltas[row * outputs + output] * x[row * inputs + input]
        }
      }
    }
    let products = PackedRows(deltas, width: outputs)
      .outerProducts(with: PackedRows(x, width: inputs))
    #expect(products.count == outputs && products.width == inputs)
    #expect(products.flat.map(\.bitPattern) == plain.map(\.bitPattern))
  }

  @Test func `other counts of rows trap`() async {
    let result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = PackedRows(count: 2, width: 3).outerProducts(
        with: PackedRows(count: 3, width: 3)
      )
    }
    #expect(result.message.contains("outer products of 2 rows with 3"))
  }
}
