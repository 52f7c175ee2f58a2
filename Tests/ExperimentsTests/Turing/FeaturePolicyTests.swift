import Experiments
import Players
import TestSupport
import Testing
import TicTacToe

@Suite struct FeaturePolicyTests {
  typealias Feature = FeaturePolicy.Feature

  @Test(
    arguments: [
      // X wins at c3, and anywhere else leaves that for next time.
      ("XX./OO./...", "c3", [.win, .corner]),
      ("XX./OO./...", "c2", [.block, .threat]),
      ("XX./OO./...", "b1", [.threat]),
      ("X../.../..O", "a1", [.threat, .corner]),
      ("X../.../..O", "b2", [.center]),
      ("X../.O./..X", "c3", [.threat, .corner]),
      (".../.O./X.X", "b1", [.block, .threat]),
      ("O../.X./X..", "c3", [.block, .threat, .corner]),
      ("X.O/.../O.X", "c2", [.threat]),
      ("X.O/.../O.X", "b1", [.threat]),
      ("X.X/.O./...", "c1", [.corner]),
      ("X.O/.O./X..", "c1", [.fork, .corner]),
      (".../.../...", "b2", [.center]),
    ] as [(String, String, [Feature])]
  )
  func `a move has its features`(
    board: String,
    move: String,
    features: [Feature]
  ) throws {
    let position = try Position(board)
    let square = try position.rules.square(named: move)
    let bits = FeaturePolicy.features(of: square, in: position)
    #expect(
      Feature.allCases.filter { bits >> UInt8($0.rawValue) & 1 == 1 }
        == features
    )
  }

  @Test func `features are those of the images, too`() {
    let space = Board.ticTacToe.states
    let group = Board.ticTacToe.group
    for number in stride(from: 0, to: 4000, by: 37) {
      let position = space.positions[number]
      for move in position.legalMoves {
        let features = FeaturePolicy.features(of: move, in: position)
        for symmetry in group.symmetries.indices {
          #expect(
            FeaturePolicy.features(
              of: group.image(of: move, under: symmetry),
              in: group.image(of: position, under: symmetry)
            ) == features
          )
        }
      }
    }
  }

  @Test func `probabilities are the softmax of weighted features`() throws {
    let policy = FeaturePolicy(name: "f", weights: [2, 1, 0, 0, 0, 0])
    let p = policy.probabilities(in: try Position("XX./OO./..."))
    #expect(abs(p.reduce(0, +) - 1) < 1e-6)
    #expect(abs(p[8] / p[0] - 7.389_056) < 1e-4)
    #expect(abs(p[5] / p[0] - 2.718_282) < 1e-4)
    #expect(p[3] == 0 && p[7] == 0)
  }

  @Test func `a finished game has no move`() throws {
    let over = try Position("XXX/OO./...")
    var rng = SeededGenerator(seed: 1)
    var policy = FeaturePolicy(name: "f", weights: [2, 1, 0, 0, 0, 0])
    #expect(policy.move(in: over, using: &rng) == nil)
    #expect(policy.probabilities(in: over).allSatisfy { $0 == 0 })
  }

  @Test func `a wrong number of weights traps`() async {
    let result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = FeaturePolicy(name: "f", weights: [1])
    }
    #expect(result.message.contains("1 weights for 6 features"))
  }
}
