import TicTacToe

/// What a person is told who calls a move bad that is no mistake.
struct DoubtView {
  let move: Square
  let position: Position
  let oracle: Oracle

  /// Whether the square was named, and has to be again.
  let isNamed: Bool

  var lines: [String] {
    let name = position.rules.name(of: move)
    // A win may be slower than another, and a loss sooner: only of a draw can
    // no move do better.
    let results = [
      "loses, as every move does", "draws, and no move does better", "wins",
    ]
    guard let value = oracle.prospect(of: move, in: position).value,
      value == oracle.value(of: position)
    else {
      return [
        "Whether \(position.sideToMove.rawValue) \(name) is a mistake is too "
          + "hard to judge exactly. Nothing is changed.",
        again,
      ]
    }
    let result = results[value + 1]
    return [
      "\(position.sideToMove.rawValue) \(name) is no mistake: it \(result). "
        + "Nothing is changed.",
      again,
    ]
  }

  private var again: String {
    let name = isNamed ? position.rules.name(of: move) + " " : ""
    return "Type bad \(name)again to unlearn it all the same."
  }
}
