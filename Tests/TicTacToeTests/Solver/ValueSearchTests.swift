import Foundation
import TestSupport
import Testing
import TicTacToe

@Suite struct ValueSearchTests {
  private static let isLong =
    ProcessInfo.processInfo.environment["NOUGHTS_LONG"] != nil

  @Test(
    arguments: ["3x3", "4x3:3", "3x3:2", "2x3", "1x5:3"]
      + (isLong ? ["4x4:3", "4x4"] : [])
  )
  func `the search agrees with the table in every position`(
    text: String
  ) throws {
    let rules = try Rules(text)
    let ranking = PositionRanking(rules, under: SymmetryGroup(rules))
    let values = ValueTable(of: ranking)
    var search = ValueSearch(rules, budget: 100_000, entries: 1 << 12)
    var block = PositionRanking.Block()
    for ply in 0..<ranking.plyCount {
      for number in 0..<ranking.classCount(at: ply) {
        ranking.fill(&block, ply: ply, class: number)
        // Of many classes every fifth: the search is slow without optimization.
        if !ValueSearchTests.isLong, number % 5 != 0,
          ranking.classCount(at: ply) > 50
        {
          continue
        }
        for place in 0..<block.count where block.isPosition[place] {
          let position = ranking.position(place, of: block)
          #expect(
            search.value(of: position) == values.prospect(of: position)?.value,
            "\(position.text)"
          )
        }
      }
    }
  }

  /// Values of empty boards, which Lee (5×5) and other programs found too.
  @Test(
    arguments: [
      ("4x4", 0), ("4x4:3", 1), ("5x5", 0), ("5x5:3", 1), ("6x5:4", 1),
    ]
  )
  func `empty boards have their known values`(text: String, value: Int) throws {
    let rules = try Rules(text)
    var search = ValueSearch(rules, budget: 50_000, entries: 1 << 14)
    #expect(search.value(of: Position(rules: rules)) == value)
    #expect(search.nodes > 0 && search.nodes < 50_000)
  }

  @Test func `a spent budget is undecided, and never a guess`() throws {
    let rules = try Rules("5x5:4")
    var search = ValueSearch(rules, budget: 1_000, entries: 1 << 10)
    #expect(search.value(of: Position(rules: rules)) == nil)
    #expect(search.nodes == 1_000)
  }

  @Test func `finished games have their results`() throws {
    let rules = Rules.ticTacToe
    var search = ValueSearch(rules, budget: 10, entries: 2)
    #expect(search.value(of: try Position("XXX/OO./...", rules: rules)) == -1)
    #expect(search.value(of: try Position("XOX/XOO/OXX", rules: rules)) == 0)
  }
}
