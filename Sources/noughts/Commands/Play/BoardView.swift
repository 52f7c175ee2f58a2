import Players
import TicTacToe

/// The board on a terminal: what the side to move would do in each square by
/// the policy, the keys, and beside them what the policy thinks and what is
/// exactly true.
struct BoardView {
  let position: Position
  let policy: any Policy
  let console: Console

  /// Four lines, ranks from the top, then the columns' letters.
  var lines: [String] {
    let isOver = position.outcome != nil
    let shares = isOver ? [] : policy.probabilities(in: position)
    let thoughts = isOver ? [] : thoughts(shares)
    let exact = isOver ? [] : exact
    var lines = (0..<3).reversed().map { row in
      let cells = (0..<3).map { cell(Square(row * 3 + $0), shares) }
      let keys = (1...3).map { "\(row * 3 + $0)" }.joined(separator: " ")
      let line = 2 - row
      let board = " \(row + 1) |" + cells.joined(separator: "|") + "|"
      return "\(board)   \(keys)   "
        + (line < thoughts.count ? thoughts[line] : "").padded(to: 15)
        + (line < exact.count ? exact[line] : "")
    }
    lines.append("     a     b     c")
    if !isOver {
      lines.insert(
        String(repeating: " ", count: 33) + "policy thinks".padded(to: 15)
          + "exactly",
        at: 0
      )
    }
    return lines.map { line in
      String(line.reversed().drop { $0 == " " }.reversed())
    }
  }

  private func cell(_ square: Square, _ shares: [Float]) -> String {
    for (mark, style) in [(Mark.x, Style.cyan), (.o, .yellow)]
    where position.stones(of: mark).contains(square, in: position.rules) {
      return "  \(console.styled(mark.rawValue, style))  "
    }
    guard !shares.isEmpty else { return "     " }
    let share = Figure.percent(Double(shares[square.index]))
    return String(repeating: " ", count: max(0, 4 - share.count)) + share + " "
  }

  private func thoughts(_ shares: [Float]) -> [String] {
    position.legalMoves.sorted { lhs, rhs in
      (shares[rhs.index], lhs.index) < (shares[lhs.index], rhs.index)
    }.prefix(3).map {
      "\(position.rules.name(of: $0)) "
        + Figure.percent(Double(shares[$0.index]))
    }
  }

  /// The moves by what they are worth to the side to move.
  private var exact: [String] {
    [(1, "wins"), (0, "draws"), (-1, "loses")].compactMap { value, word in
      let moves = position.legalMoves.filter {
        Exactly.value(of: $0, in: position) == value
      }
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

/// What is exactly true of a position, by the solution.
enum Exactly {
  /// What a move is worth to the side that makes it: 1, 0 or −1.
  static func value(of move: Square, in position: Position) -> Int? {
    let solution = Solution.ticTacToe
    guard let number = solution.space.number(of: position),
      let next = solution.space.successor(of: number, after: move)
    else { return nil }
    return -solution.values[next]
  }

  /// The moves that keep the value of a position.
  static func bestMoves(in position: Position) -> [Square] {
    let solution = Solution.ticTacToe
    guard let number = solution.space.number(of: position) else { return [] }
    return Array(solution.optimalMoves[number].squares(in: position.rules))
  }
}
