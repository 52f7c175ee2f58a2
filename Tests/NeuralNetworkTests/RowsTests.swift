import TestSupport
import Testing

@testable import NeuralNetwork

@Suite struct RowsTests {
  private static let widths = [1, 9, 15, 16, 17, 40]

  @Test(arguments: widths)
  func `they hold what they were given, in order`(width: Int) {
    let numbers = (0..<3 * width).map { Float($0) - 3.5 }
    let rows = Rows(numbers, width: width)
    #expect(rows.count == 3 && rows.width == width)
    #expect(rows.groups == (width + 15) / 16)
    #expect(rows.flat == numbers)
    #expect(rows[1] == Array(numbers[width..<2 * width]))
  }

  @Test func `outcomes are rows of one vector`() {
    let outcomes: [OutcomeVector] = [[1, 2, 3], [4, 5, 6]]
    let rows = Rows(outcomes, width: 3)
    #expect(rows.count == 2 && rows.width == 3)
    #expect(rows.flat == [1, 2, 3, 4, 5, 6])
    #expect(Rows([OutcomeVector](), width: 3).count == 0)
  }

  @Test(arguments: widths)
  func `rows that are added are zeros`(width: Int) {
    var rows = Rows([Float](repeating: 1, count: width), width: width)
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
    var rows = Rows(numbers, width: width)
    rows.rectify(from: 1)
    #expect(rows[0] == Array(numbers[..<width]))
    for row in 1..<4 {
      let plain = numbers[row * width..<(row + 1) * width].map { max($0, 0) }
      #expect(rows[row].map(\.bitPattern) == plain.map(\.bitPattern))
    }
    var unsound = Rows([.nan], width: 1)
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
    var rows = Rows(numbers, width: width)
    rows.clear(whereNotPositive: Rows(signs, width: width))
    #expect(rows.flat == zip(numbers, signs).map { $1 > 0 ? $0 : 0 })
  }

  @Test func `other widths and counts trap`() async {
    await #expect(processExitsWith: .failure) {
      _ = Rows([1, 2, 3], width: 2)
    }
    await #expect(processExitsWith: .failure) {
      let outcomes: [OutcomeVector] = [[1], [1, 2]]
      _ = Rows(outcomes, width: 1)
    }
    await #expect(processExitsWith: .failure) {
      var rows = Rows(count: 2, width: 3)
      rows.clear(whereNotPositive: Rows(count: 3, width: 3))
    }
    await #expect(processExitsWith: .failure) {
      var rows = Rows(count: 2, width: 3)
      rows.clear(whereNotPositive: Rows(count: 2, width: 4))
    }
  }
}
