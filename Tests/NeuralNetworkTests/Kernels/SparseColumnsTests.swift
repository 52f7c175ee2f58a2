import TestSupport
import Testing

@testable import NeuralNetwork

@Suite struct SparseColumnsTests {
  private static let lists = [[0, 2], [], [1, 2, 3], [2], [0]]

  /// The sums of a plain loop over the rows.
  private func sums(
    of x: PackedRows,
    _ weight: (_ row: Int, _ input: Int) -> Float
  )
    -> [[Float]]
  {
    (0..<5).map { input in
      (0..<x.width).map { place in
        var sum: Float = 0
        for row in 0..<x.count { sum += weight(row, input) * x[row][place] }
        return sum
      }
    }
  }

  private func sums(of x: PackedRows, by columns: SparseColumns) -> [[Float]] {
    (0..<5).map { input in
      let sums = (0..<x.panelsPerRow).map {
        columns.sum(of: x, panel: $0, times: input)
      }
      return (0..<x.width).map { sums[$0 / 16][$0 % 16] }
    }
  }

  @Test(arguments: [1, 9, 16, 20])
  func `ones are summed row by row`(width: Int) {
    var rng = SplitMix64(state: 1)
    let x = PackedRows(rng.uniform(1, count: 5 * width), width: width)
    var batch = Batch()
    for list in Self.lists { batch.append(list) }
    let plain = sums(of: x) { Self.lists[$0].contains($1) ? 1 : 0 }
    #expect(sums(of: x, by: SparseColumns(of: batch, inputs: 5)) == plain)
  }

  @Test(arguments: [1, 9, 16, 20])
  func `values weigh what they are`(width: Int) {
    var rng = SplitMix64(state: 2)
    let x = PackedRows(rng.uniform(1, count: 5 * width), width: width)
    var batch = Batch()
    for (row, list) in Self.lists.enumerated() {
      for input in list {
        batch.appendInput(input, value: Float(row + 1) / Float(input + 2))
      }
      batch.endRow()
    }
    let plain = sums(of: x) { row, input in
      Self.lists[row].contains(input) ? Float(row + 1) / Float(input + 2) : 0
    }
    #expect(sums(of: x, by: SparseColumns(of: batch, inputs: 5)) == plain)
  }

  @Test func `an input beyond the layer traps`() async {
    let result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      var batch = Batch()
      batch.append([3])
      _ = SparseColumns(of: batch, inputs: 3)
    }
    #expect(result.message.contains("index out of bounds"))
  }
}
