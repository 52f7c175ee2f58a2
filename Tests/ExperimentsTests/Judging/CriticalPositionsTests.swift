import NeuralNetwork
import Players
import TestSupport
import Testing
import TicTacToe

@testable import Experiments

@Suite struct CriticalPositionsTests {
  private func draw(
    _ count: Int, on board: Board, besides others: Set<Position> = [],
    seed: UInt64 = 1
  ) -> CriticalPositions {
    var rng = SeededGenerator(seed: seed)
    return CriticalPositions(count, on: board, besides: others, using: &rng)
  }

  @Test func `they are critical, each once, with their good moves`() throws {
    let drawn = draw(300, on: fourByFour)
    #expect(drawn.classes(on: fourByFour).count == 300)
    for (position, optimal) in zip(drawn.positions, drawn.optimal) {
      let value = try #require(fourByFour.value(of: position))
      for move in position.legalMoves {
        let after = try #require(
          fourByFour.value(of: position.playing(move))
        )
        #expect(
          optimal.contains(move, in: position.rules) == (-after == value)
        )
      }
      #expect(optimal != position.empty)
    }
  }

  @Test func `all of 3×3 are drawn, as often as they are`() {
    // 3,191 critical decisions by ply; the shares of one draw each.
    var counts = [Int](repeating: 0, count: 9)
    var rng = SeededGenerator(seed: 2)
    for _ in 0..<4000 {
      let one = CriticalPositions(1, on: ticTacToe, using: &rng)
      counts[one.positions[0].ply] += 1
    }
    let solution = ticTacToe.solution
    for ply in 0..<9 {
      let all = solution.graph.decisions.count { number in
        let position = solution.graph.positions[number]
        return position.ply == ply
          && solution.optimalMoves[number] != position.empty
      }
      let share = Double(all) / 3191
      let error = (share * (1 - share) / 4000).squareRoot()
      #expect(abs(Double(counts[ply]) / 4000 - share) <= 4 * error, "\(ply)")
    }
  }

  @Test func `those left out are not drawn`() {
    let judged = draw(200, on: ticTacToe)
    let others = judged.classes(on: ticTacToe)
    let shown = draw(100, on: ticTacToe, besides: others, seed: 2)
    #expect(others.isDisjoint(with: shown.classes(on: ticTacToe)))
  }

  @Test func `perfect play is right, and a ranking explains its own moves`() {
    let drawn = draw(200, on: fourByFour)
    let perfect = drawn.optimal.indices.compactMap { row in
      drawn.positions[row].legalMoves.first {
        drawn.optimal[row].contains($0, in: fourByFour.rules)
      }
    }
    #expect(drawn.accuracy(of: perfect) == 1)
    // The first free square of the canonical image.
    let group = fourByFour.group
    let first = drawn.positions.compactMap { position in
      let (view, symmetry) = group.canonical(position)
      var moves = view.legalMoves
      return moves.next().map {
        group.image(of: $0, under: group.inverse(of: symmetry))
      }
    }
    let ranking = drawn.ranking(of: first, on: fourByFour)
    #expect(ranking.agreement == 1 && ranking.moves == first)
  }
}
