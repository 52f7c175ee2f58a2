internal import Evaluation
internal import Players
internal import TicTacToe

/// The share of the critical positions, 3,191 decisions where some move is bad,
/// whose greedy move is optimal.
struct Accuracy {
  /// Over all of them.
  let overall: Double

  /// Among the classes that were shown; nil if no critical one was.
  let shown: Double?

  /// Among the others; nil if all critical ones were shown.
  let heldOut: Double?

  /// Judges a policy, given the canonical positions that it was shown.
  ///
  /// - Complexity: O(positions · squares).
  init(of table: PolicyTable, shown: Set<Position> = []) {
    let solution = ticTacToe.solution
    let group = ticTacToe.group
    var counts = (shown: (right: 0, all: 0), heldOut: (right: 0, all: 0))
    for number in solution.graph.decisions {
      let position = solution.graph.positions[number]
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
    overall =
      Double(counts.shown.right + counts.heldOut.right)
      / Double(counts.shown.all + counts.heldOut.all)
  }
}
