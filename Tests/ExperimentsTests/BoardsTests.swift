import Evaluation
import NeuralNetwork
import Players
import Testing
import TicTacToe
import Training

@testable import Experiments

@Suite struct BoardsTests {
  @Test func `every decision is shown or held out, with all its images`() {
    let boards = Boards(seed: 3)
    let space = StateSpace.ticTacToe
    #expect((boards.shown + boards.heldOut).sorted() == space.decisions)
    #expect(0.75...0.85 ~= Double(boards.shown.count) / 4520)
    func classes(_ numbers: [Int]) -> Set<Position> {
      Set(
        numbers.map {
          SymmetryGroup.ticTacToe.canonical(space.positions[$0]).position
        }
      )
    }
    #expect(classes(boards.shown).isDisjoint(with: classes(boards.heldOut)))
    #expect(boards.shown != Boards(seed: 4).shown)
  }

  @Test func `examples are the optimal moves alike`() {
    let boards = Boards(seed: 3)
    let solution = Solution.ticTacToe
    #expect(boards.examples.count == boards.shown.count)
    for (number, example) in zip(boards.shown, boards.examples) {
      let optimal = solution.optimalMoves[number]
      #expect(example.board == solution.space.positions[number])
      #expect(abs(example.target.reduce(0, +) - 1) < 1e-6)
      for square in 0..<9 {
        let isOptimal = optimal.contains(Square(square), in: .ticTacToe)
        #expect((example.target[square] > 0) == isOptimal)
      }
    }
  }

  @Test func `perfect play is right everywhere, guessing in half`() {
    let boards = Boards(seed: 3)
    let perfect = PolicyTable(of: UniformPolicy.perfect)
    #expect(boards.heldOutAccuracy(of: perfect) == 1)
    let first = PolicyTable(of: UniformPolicy.random)
    #expect(0.4...0.75 ~= boards.heldOutAccuracy(of: first))
  }
}
