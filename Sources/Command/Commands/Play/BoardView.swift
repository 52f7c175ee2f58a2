import Numbers
import Players
import TicTacToe

/// The board on a terminal, with a policy's probabilities in the empty squares.
///
/// Keys are shown if there is room for them. The likeliest moves and the exact
/// results stand to the right, or below if the terminal is narrow.
struct BoardView {
  let position: Position

  /// The policy whose probabilities are shown; nil for the stones alone.
  let policy: (any Policy)?

  let oracle: Oracle
  let console: Console

  private var rules: Rules { position.rules }

  /// Whether the terminal is too narrow for the squares, so that the stones
  /// stand close together, without figures or colors.
  private var isSmall: Bool {
    console.capabilities.width < 4 + 6 * rules.columns
  }

  /// The columns of the terminal for a square where it is so.
  private var smallCell: Int { rules.columns > 26 ? 3 : 2 }

  /// The columns of the terminal for the likeliest moves.
  private let thoughtsWidth = 15

  /// The columns of the terminal for the board with its keys.
  private var boardWidth: Int {
    let keys = "\(rules.squareCount)".count * rules.columns + rules.columns - 1
    return 4 + 6 * rules.columns + 3 + keys + 3
  }

  var lines: [String] {
    let isAdvised = policy != nil && position.outcome == nil
    let shares = isAdvised ? policy?.shown.probabilities(in: position) : nil
    var lines = (0..<rules.rows).reversed().map { row in
      let hasKeys = console.capabilities.width >= boardWidth - 3
      return board(row: row, shares, hasKeys: hasKeys)
    }
    lines.append(
      (0..<rules.columns).reduce(isSmall ? "  " : "") { line, column in
        line + rules.columnName(column).leftPadded(to: isSmall ? smallCell : 6)
      }
    )
    guard let shares else { return lines }
    let (thoughts, exact) = (thoughts(shares), exact)
    let all = boardWidth + thoughtsWidth + (exact.map(\.count).max() ?? 0)
    guard console.capabilities.width >= all else {
      return lines + [
        "policy thinks  " + thoughts.joined(separator: ", "),
        "exactly        " + exact.joined(separator: "; "),
      ]
    }
    let head = String(repeating: " ", count: boardWidth)
    return
      [head + "policy thinks".padded(to: thoughtsWidth) + "exactly"]
      + lines.enumerated().map { row, line in
        guard row < max(thoughts.count, exact.count) else { return line }
        let thought = row < thoughts.count ? thoughts[row] : ""
        guard row < exact.count else { return line + "   " + thought }
        return line + "   " + thought.padded(to: thoughtsWidth) + exact[row]
      }
  }

  private func board(row: Int, _ shares: [Float]?, hasKeys: Bool) -> String {
    let squares = (0..<rules.columns).map { Square(row * rules.columns + $0) }
    if isSmall {
      return "\(row + 1)".leftPadded(to: 2)
        + squares.map { stone(on: $0).leftPadded(to: smallCell) }.joined()
    }
    let cells = squares.map { cell($0, shares) }.joined(separator: "|")
    let width = "\(rules.squareCount)".count
    let keys = squares.map { "\($0.index + 1)".leftPadded(to: width) }
      .joined(separator: " ")
    return "\(row + 1)".leftPadded(to: 2) + " |\(cells)|"
      + (hasKeys ? "   \(keys)" : "")
  }

  /// `X`, `O`, or `.` for an empty square.
  private func stone(on square: Square) -> String {
    [Mark.x, .o].first {
      position.stones(of: $0).contains(square, in: rules)
    }?.rawValue ?? "."
  }

  private func cell(_ square: Square, _ shares: [Float]?) -> String {
    for (mark, style) in [(Mark.x, Style.cyan), (.o, .yellow)]
    where position.stones(of: mark).contains(square, in: position.rules) {
      let isWon = position.winningLine?.contains(square) == true
      let stone = console.styled(mark.rawValue, isWon ? .green : style)
      return isWon ? " [\(stone)] " : "  \(stone)  "
    }
    guard let shares, position.outcome == nil else { return "     " }
    let share = shares[square.index]
    let text = NumberFormat.percent(Double(share)).leftPadded(to: 4) + " "
    // Color adds nothing that the number does not say.
    if share == shares.max() { return console.styled(text, .bold) }
    return share < 0.05 ? console.styled(text, .dim) : text
  }

  private func thoughts(_ shares: [Float]) -> [String] {
    position.legalMoves.sorted { lhs, rhs in
      (shares[rhs.index], lhs.index) < (shares[lhs.index], rhs.index)
    }.prefix(3).map {
      "\(position.rules.name(of: $0)) "
        + NumberFormat.percent(Double(shares[$0.index]))
    }
  }

  /// The moves by their values for the side to move.
  private var exact: [String] {
    let values = position.legalMoves.map {
      (move: $0, value: oracle.prospect(of: $0, in: position).value)
    }
    let words: [(Int?, String)] = [
      (1, "wins"), (0, "draws"), (-1, "loses"), (nil, "undecided"),
    ]
    return words.compactMap { value, word in
      let moves = values.filter { $0.value == value }.map(\.move)
      guard !moves.isEmpty else { return nil }
      let isEvery = moves.count > 1 && moves.count == position.legalMoves.count
      let names =
        isEvery
        ? "every move"
        : moves.map(position.rules.name(of:)).joined(separator: " ")
      return "\(word): \(names)"
    }
  }
}
