import Players
import TestSupport
import Testing
import TicTacToe

@testable import Command

@Suite struct AnalysisViewTests {
  @Test func `the best come first, opinion and truth in columns apart`() throws
  {
    let position = try Position("XX./OO./...")
    let view = AnalysisView(
      position: position,
      policy: UniformPolicy.first,
      oracle: oracle
    )
    #expect(
      view.lines == [
        "move  policy thinks   exactly  over in",
        "c3             0.0%   wins     1 move",
        "c2             0.0%   draws    5 moves",
        "a1           100.0%   loses    2 moves",
        "b1             0.0%   loses    2 moves",
        "c1             0.0%   loses    2 moves",
      ]
    )
    #expect(
      view.sentences.first
        == "c3: the policy thinks 0.0%; exactly, it wins, over in 1 move."
    )
  }

  @Test func `a quick win comes first, and a late loss`() throws {
    func moves(_ board: String, _ policy: UniformPolicy) throws -> [String] {
      AnalysisView(
        position: try Position(board),
        policy: policy,
        oracle: oracle
      ).lines
        .dropFirst().map { String($0.prefix(2)) }
    }
    // Three moves win in three; c3 wins at once.
    #expect(
      try moves(".X./.O./OXX", .first).prefix(2) == ["c3", "a2"]
    )
    // All lose; c2 stops the first of two lines.
    #expect(try moves(".../.X./XO.", .first).first == "c3")
  }
}
