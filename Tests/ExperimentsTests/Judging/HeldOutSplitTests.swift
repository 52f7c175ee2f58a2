import Evaluation
import NeuralNetwork
import Players
import TestSupport
import Testing
import TicTacToe
import Training

@testable import Experiments

@Suite struct HeldOutSplitTests {
  @Test func `every decision is shown or held out, with all its images`() {
    let split = HeldOutSplit(seed: 3)
    let space = Board.ticTacToe.states
    #expect((split.shown + split.heldOut).sorted() == space.decisions)
    #expect(0.75...0.85 ~= Double(split.shown.count) / 4520)
    func classes(_ numbers: [Int]) -> Set<Position> {
      Set(
        numbers.map {
          Board.ticTacToe.group.canonical(space.positions[$0]).position
        }
      )
    }
    #expect(classes(split.shown).isDisjoint(with: classes(split.heldOut)))
    #expect(split.shown != HeldOutSplit(seed: 4).shown)
  }

  @Test func `examples are the optimal moves alike`() {
    let split = HeldOutSplit(seed: 3)
    let solution = Board.ticTacToe.solution
    #expect(split.examples.count == split.shown.count)
    for (number, example) in zip(split.shown, split.examples) {
      let optimal = solution.optimalMoves[number]
      #expect(example.board == solution.graph.positions[number])
      #expect(abs(example.target.reduce(0, +) - 1) < 1e-6)
      for square in 0..<9 {
        let isOptimal = optimal.contains(Square(square), in: .ticTacToe)
        #expect((example.target[square] > 0) == isOptimal)
      }
    }
  }

  @Test func `perfect play is right everywhere, guessing in half`() {
    let split = HeldOutSplit(seed: 3)
    let perfect = PolicyTable(of: UniformPolicy.perfect)
    #expect(split.heldOutAccuracy(of: perfect) == 1)
    let first = PolicyTable(of: UniformPolicy.random)
    #expect(0.4...0.75 ~= split.heldOutAccuracy(of: first))
  }
}
