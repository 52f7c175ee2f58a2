import Players
import Testing
import TicTacToe

@testable import Command

@Suite struct AnalysisViewTests {
  @Test func `the best come first, opinion and truth in columns apart`() throws
  {
    let position = try Position("XX./OO./...")
    let view = AnalysisView(position: position, policy: UniformPolicy.first)
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
}
