internal import Evaluation
internal import NeuralNetwork
internal import Players
internal import TicTacToe

/// How a policy does on the positions where a move can be bad.
struct Judgement {
  /// The share of critical positions where the greedy move is optimal.
  let accuracy: Double

  /// The same among the classes that were shown; nil if none was.
  let shown: Double?

  /// The same among the others; nil if all were shown.
  let heldOut: Double?

  /// What is proven.
  let proof: Proof

  /// Judges a policy, given the canonical positions that it was shown.
  init(of table: PolicyTable, shown: Set<Position> = []) {
    let solution = Solution.ticTacToe
    let group = SymmetryGroup.ticTacToe
    var counts = (shown: (right: 0, all: 0), heldOut: (right: 0, all: 0))
    for number in solution.space.decisions {
      let position = solution.space.positions[number]
      let optimal = solution.optimalMoves[number]
      if optimal == position.empty { continue }
      let greedy = table.greedyMove(number)
      let right = optimal.contains(greedy, in: position.rules) ? 1 : 0
      if shown.contains(group.canonical(position).position) {
        counts.shown.right += right
        counts.shown.all += 1
      } else {
        counts.heldOut.right += right
        counts.heldOut.all += 1
      }
    }
    func share(_ count: (right: Int, all: Int)) -> Double? {
      count.all == 0 ? nil : Double(count.right) / Double(count.all)
    }
    self.shown = share(counts.shown)
    heldOut = share(counts.heldOut)
    accuracy =
      Double(counts.shown.right + counts.heldOut.right)
      / Double(counts.shown.all + counts.heldOut.all)
    proof = Proof(of: table)
  }
}

extension NetworkPolicy {
  /// The greatest magnitude of a logit, also of those that no legal move has.
  var largestLogit: Double {
    var batch = Batch()
    for position in StateSpace.ticTacToe.decisionPositions {
      let view = encoding.view(of: position, group: .ticTacToe).position
      encoding.append(view, to: &batch)
    }
    network.evaluate(&batch)
    return (0..<batch.count).reduce(0) { most, row in
      batch.outputs(ofRow: row).reduce(most) { max($0, Double($1.magnitude)) }
    }
  }
}
