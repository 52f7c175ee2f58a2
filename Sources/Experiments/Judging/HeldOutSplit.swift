internal import Evaluation
internal import NeuralNetwork
internal import Players
internal import TicTacToe
internal import Training

/// The decisions of tic-tac-toe, four fifths of their symmetry classes shown
/// with the exact solution and the others held out.
struct HeldOutSplit {
  /// The numbers of the positions whose classes are shown.
  let shown: [Int]

  let heldOut: [Int]

  /// Splits the classes, in the order of a seed of their own.
  init(fraction: Float = 0.8, seed: UInt64) {
    let classes = TrainTestSplit.shown(
      fraction: fraction, of: ticTacToe.decisionClasses, seed: seed
    )
    let graph = ticTacToe.states
    func isShown(_ number: Int) -> Bool {
      classes.contains(
        ticTacToe.group.canonical(graph.positions[number]).position
      )
    }
    shown = graph.decisions.filter(isShown)
    heldOut = graph.decisions.filter { !isShown($0) }
  }

  /// The boards shown, every optimal move with the same share.
  var examples: [AdversarialLearning.Example] {
    let solution = ticTacToe.solution
    return shown.map { number in
      let board = solution.graph.positions[number]
      let optimal = solution.optimalMoves[number]
      let share = 1 / Float(optimal.count)
      return .init(
        board,
        target: OutcomeVector(count: board.rules.squareCount) {
          optimal.contains(Square($0), in: board.rules) ? share : 0
        }
      )
    }
  }

  /// The share of positions, by number, for which a choice is optimal.
  /// Positions where every move is optimal are counted, so guessing is right in
  /// more than half.
  static func accuracy(
    on numbers: [Int], _ choice: (_ number: Int) -> Square
  ) -> Double {
    let solution = ticTacToe.solution
    let right = numbers.count { number in
      solution.optimalMoves[number]
        .contains(choice(number), in: solution.graph.rules)
    }
    return Double(right) / Double(numbers.count)
  }

  /// The share of the boards held out where a policy's likeliest move is
  /// optimal.
  func heldOutAccuracy(of table: PolicyTable) -> Double {
    HeldOutSplit.accuracy(on: heldOut, table.greedyMove)
  }
}
