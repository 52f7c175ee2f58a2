import Foundation
import TestSupport
import Testing
import TicTacToe

/// The counts are those of two programs that share no code with this one; 4×4
/// takes `.ci/long`.
@Suite struct PositionRankingTests {
  /// A board, its numbers, its decisions, and how many of them the side to move
  /// wins, draws and loses.
  static let boards: [(String, numbers: Int, [Int])] =
    [
      ("3x3", 932, [2_836, 1_052, 632]),
      ("4x3:3", 26_509, [64_738, 3_032, 11_793]),
      ("3x4:3", 26_509, [64_738, 3_032, 11_793]),
      ("2x2", 5, [13, 0, 4]),
      ("1x1", 1, [1, 0, 0]),
    ] + (isLong ? long : [])

  private static let isLong =
    ProcessInfo.processInfo.environment["NOUGHTS_LONG"] != nil

  private static let long: [(String, numbers: Int, [Int])] = [
    ("4x4:3", 681_155, [3_199_406, 1_304, 262_831]),
    ("4x4", 1_237_883, [2_730_266, 6_025_833, 306_520]),
  ]

  @Test(arguments: boards)
  func `every decision has its number and its value`(
    text: String, numbers: Int, expected: [Int]
  ) throws {
    let rules = try Rules(text)
    let ranking = PositionRanking(rules, under: SymmetryGroup(rules))
    let values = ValueTable(of: ranking)
    let counts = (0..<ranking.plyCount).map(ranking.count)
    #expect(counts.reduce(0, +) == numbers)
    var tally = [0, 0, 0]
    var block = PositionRanking.Block()
    for ply in 0..<ranking.plyCount {
      for number in 0..<ranking.classCount(at: ply) {
        ranking.fill(&block, ply: ply, class: number)
        for place in 0..<block.count where block.isPosition[place] {
          let position = ranking.position(place, of: block)
          #expect(position.ply == ply && position.outcome == nil)
          let own = try #require(ranking.number(of: position))
          #expect(own.number == block.first + place)
          let prospect = try #require(values.prospect(of: position))
          tally[1 - prospect.value] += block.multiplicity
        }
      }
    }
    #expect(tally == expected)
  }

  @Test func `a child's number is that of the position after the move`()
    throws
  {
    let rules = try Rules("3x3")
    for group in [SymmetryGroup(rules), .identity(of: rules)] {
      let ranking = PositionRanking(rules, under: group)
      var block = PositionRanking.Block()
      for ply in 0..<ranking.plyCount {
        for number in 0..<ranking.classCount(at: ply) {
          ranking.fill(&block, ply: ply, class: number)
          for place in 0..<block.count where block.isPosition[place] {
            let position = ranking.position(place, of: block)
            for (square, child) in block.children(of: place).enumerated() {
              let next =
                position.legal.contains(Square(square), in: rules)
                ? position.playing(Square(square)) : nil
              #expect(child == expected(next, in: ranking))
            }
          }
        }
      }
    }
  }

  private func expected(
    _ next: Position?, in ranking: PositionRanking
  ) -> Int32 {
    guard let next else { return PositionRanking.Child.none }
    switch next.outcome {
    case .win: return PositionRanking.Child.won
    case .draw: return PositionRanking.Child.drawn
    case nil: return Int32(ranking.number(of: next)?.number ?? -9)
    }
  }

  @Test func `a bigger board traps`() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      let rules = try Rules("5x4")
      _ = PositionRanking(rules, under: SymmetryGroup(rules))
    }
    #expect(result.message.contains("20 squares, at most 16"))
  }
}
