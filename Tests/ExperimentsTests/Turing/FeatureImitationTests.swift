import Experiments
import Players
import TestSupport
import Testing
import TicTacToe
import Training

@Suite struct FeatureImitationTests {
  // Moves as often as a player plays them, in every 20th class of positions.
  private func watched(_ player: some Policy) -> Demonstrations {
    var moves = Demonstrations()
    let positions = Board.ticTacToe.decisionClasses.representatives
    for place in stride(from: 0, to: positions.count, by: 20) {
      let p = player.probabilities(in: positions[place])
      for move in positions[place].legalMoves {
        let count = Int((1000 * p[move.index]).rounded())
        if count > 0 { moves.add(move, in: positions[place], count: count) }
      }
    }
    return moves
  }

  @Test func `the weights of a player are found in its moves`() {
    let weights: [Float] = [2, 1.5, 1, -1, 0.5, 0.25]
    let player = FeaturePolicy(name: "player", weights: weights)
    let watched = self.watched(player)
    let found = FeaturePolicy(cloning: watched).weights
    for (weight, truth) in zip(found, weights) {
      #expect(abs(weight - truth) < 0.02, "\(found)")
    }
  }

  @Test func `whoever plays at random weighs nothing`() {
    let watched = self.watched(UniformPolicy.random)
    let found = FeaturePolicy(cloning: watched).weights
    #expect(found.allSatisfy { abs($0) < 0.01 }, "\(found)")
  }

  @Test func `nothing seen traps`() async {
    let result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = FeaturePolicy(cloning: Demonstrations())
    }
    #expect(result.message.contains("cloning what was never seen"))
  }
}
