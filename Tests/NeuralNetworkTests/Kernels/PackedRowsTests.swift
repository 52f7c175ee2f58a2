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
    var rows = PackedRows(count: 5, width: 3)
    rows.copy(outcomes)
    #expect(rows.count == 2 && rows.width == 3)
    #expect(rows.flat == [1, 2, 3, 4, 5, 6])
    rows.copy([])
    #expect(rows.count == 0)
  }

  @Test(arguments: widths)
  func `the first rows stay when there is room for more`(width: Int) {
    let numbers = (0..<2 * width).map { Float($0) }
    var rows = PackedRows(numbers, width: width)
    for count in [5, 2, 0, 2] {
      rows.resize(to: count)
      #expect(rows.count == count && rows.flat.count == count * width)
      #expect(rows.flat.starts(with: numbers.prefix(count * width)))
    }
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
      var rows = PackedRows(width: 1)
      rows.copy(outcomes)
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
}
