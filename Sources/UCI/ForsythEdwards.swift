public import TicTacToe

extension Position {
  /// The position in the Forsyth–Edwards notation of the UCI variant
  /// `tictactoe`: rows from the top, stones in hand, the side to move, and
  /// counters. White is X, `P` on the board; black is O, `p`.
  ///
  /// - Precondition: The board is the variant's.
  public var fen: String {
    precondition(
      rules == TicTacToeVariant.rules, "the variant has no board of \(rules)"
    )
    let (x, o) = (stones(of: .x), stones(of: .o))
    let ranks = (0..<rules.rows).reversed().map { row -> String in
      var rank = ""
      var empty = 0
      for column in 0..<rules.columns {
        let square = Square(row * rules.columns + column)
        let isX = x.contains(square, in: rules)
        if isX || o.contains(square, in: rules) {
          rank += (empty > 0 ? "\(empty)" : "") + (isX ? "P" : "p")
          empty = 0
        } else {
          empty += 1
        }
      }
      return rank + (empty > 0 ? "\(empty)" : "")
    }
    let inHand =
      String(repeating: "P", count: TicTacToeVariant.stones(of: .x) - x.count)
      + String(repeating: "p", count: TicTacToeVariant.stones(of: .o) - o.count)
    let side = sideToMove == .x ? "w" : "b"
    return ranks.joined(separator: "/") + "[\(inHand)] \(side) - - 0 "
      + "\(ply / 2 + 1)"
  }

  /// Reads a position of the variant; nil if the text is not a board of it, or
  /// no game reaches it, or its stones say that the other side is to move.
  ///
  /// The stones in hand and the counters follow from the board and may be
  /// missing.
  public init?(fen: String) {
    // Longer than any of this board.
    guard fen.utf8.count <= 256 else { return nil }
    let fields = fen.split(separator: " ")
    let board = fields.first.map { $0.prefix { $0 != "[" } } ?? ""
    let text = board.flatMap { character -> String in
      switch character {
      case "P": "X"
      case "p": "O"
      case "1"..."9":
        String(repeating: ".", count: character.wholeNumberValue ?? 0)
      case "/": "/"
      default: "?"
      }
    }
    guard
      let position = try? Position(String(text), rules: TicTacToeVariant.rules)
    else { return nil }
    if fields.count > 1 {
      let side = position.sideToMove == .x ? "w" : "b"
      guard fields[1] == side else { return nil }
    }
    self = position
  }
}
