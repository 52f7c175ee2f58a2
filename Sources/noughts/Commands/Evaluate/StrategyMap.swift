import Charts
import Evaluation
import TicTacToe

/// A policy's complete strategy as one page of boards within boards.
struct StrategyMap {
  private let trees: [StrategyTree]
  private let title: String
  private let other: String?

  /// Maps a policy and, beside it, where another one replies otherwise.
  init(
    of name: String,
    _ table: PolicyTable,
    verdict: Verdict,
    besides other: (name: String, table: PolicyTable)? = nil
  ) {
    let words =
      switch verdict {
      case .perfect: "perfect: no opponent can beat it"
      case .unbeatable: "unbeatable: no opponent can beat it"
      case .beatable: "beatable"
      }
    title = "\(name) is \(words)"
    trees = [Mark.x, .o].map {
      StrategyTree(of: table, in: $0, besides: other?.table)
    }
    self.other = other?.name
  }

  /// The page.
  var svg: String { map.svg }

  var map: BoardMap {
    BoardMap(
      title: title,
      subtitle: subtitle,
      panels: trees.map { tree in
        let name = tree.seat.rawValue
        let order = tree.seat == .x ? "first" : "second"
        return BoardMap.Panel(
          "As \(name)",
          note: "moves \(order); \(count(tree.root.games, "game")), "
            + "\(tree.root.losses) lost",
          board: board(tree.root, in: tree, after: [])
        )
      },
      keys: keys
    )
  }

  private var subtitle: String {
    let start = "Its reply to everything an opponent can do"
    guard let other else { return start + "." }
    let differences = trees.reduce(0) { $0 + $1.root.differences }
    return start + "; framed where \(other) replies otherwise, "
      + "\(count(differences, "time"))."
  }

  private func count(_ number: Int, _ noun: String) -> String {
    Figure.grouped(number) + " \(noun)\(number == 1 ? "" : "s")"
  }
}

extension StrategyMap {
  private func board(
    _ node: StrategyTree.Node,
    in tree: StrategyTree,
    after line: [String]
  ) -> BoardMap.Board {
    let rules = node.position.rules
    let x = node.position.stones(of: .x)
    let o = node.position.stones(of: .o)
    var line = line
    if let move = node.move {
      line.append("\(tree.seat.opponent.rawValue) \(rules.name(of: move))")
    }
    if let reply = node.reply {
      line.append("\(tree.seat.rawValue) \(rules.name(of: reply))")
    }
    let cells = (0..<rules.squareCount).map { index -> BoardMap.Cell in
      let square = Square(index)
      if square == node.reply { return .mark(tree.seat.sign, .heavy) }
      for (mark, stones) in [(Mark.x, x), (.o, o)]
      where stones.contains(square, in: rules) {
        return .mark(mark.sign, square == node.move ? .medium : .light)
      }
      guard let child = node.children.first(where: { $0.move == square }) else {
        return .empty
      }
      guard child.reply == nil else {
        return .board(board(child, in: tree, after: line))
      }
      // The opponent's move has ended the game.
      let sign = tree.seat.opponent.sign
      return child.losses > 0 ? .alarm(sign) : .mark(sign, .medium)
    }
    var drawn = BoardMap.Board(columns: rules.columns, cells: cells)
    drawn.label = line.joined(separator: ", ") + ending(node, tree.seat)
    drawn.isRed = node.losses > 0
    if node.differs { drawn.outlined = node.otherReply?.index }
    if let reply = node.reply,
      let line = node.position.playing(reply).winningLine,
      let first = line.first, let last = line.last
    {
      drawn.strike = first.index...last.index
    }
    return drawn
  }

  private func ending(_ node: StrategyTree.Node, _ seat: Mark) -> String {
    switch node.outcome {
    case .win(let winner): " and \(winner.rawValue) wins"
    case .draw: " and it is a draw"
    case nil: ""
    }
  }
}

extension StrategyMap {
  private var keys: [BoardMap.Key] {
    typealias Board = BoardMap.Board
    func single(_ cell: BoardMap.Cell) -> Board {
      Board(columns: 1, cells: [cell])
    }
    var inner = Board(
      columns: 3,
      cells: [.mark(.cross, .light)]
        + [.empty, .empty, .empty, .mark(.cross, .heavy), .empty]
        + [.empty, .empty, .mark(.ring, .medium)]
    )
    inner.label = "an example"
    var won = Board(
      columns: 3,
      cells: [.mark(.cross, .light), .empty, .mark(.ring, .light)]
        + [.empty, .mark(.cross, .light), .mark(.ring, .medium)]
        + [.empty, .empty, .mark(.cross, .heavy)]
    )
    won.strike = 0...8
    var keys = [
      BoardMap.Key(
        "the move it makes now",
        board: single(.mark(.cross, .heavy))
      ),
      BoardMap.Key(
        "the opponent's last move",
        board: single(.mark(.ring, .medium))
      ),
      BoardMap.Key("moves made before", board: single(.mark(.cross, .light))),
      BoardMap.Key(
        "if the opponent moves on this square, the game goes on in the board "
          + "inside it",
        board: single(.board(inner))
      ),
      BoardMap.Key("it wins", board: won),
    ]
    if trees.contains(where: { $0.root.losses > 0 }) {
      var red = single(.mark(.cross, .heavy))
      red.isRed = true
      keys.append(.init("after this move it can lose", board: red))
      keys.append(.init("the opponent wins here", board: single(.alarm(.ring))))
    }
    if let other {
      var framed = single(.empty)
      framed.outlined = 0
      keys.append(.init("\(other) moves here instead", board: framed))
    }
    return keys
  }
}

extension Mark {
  fileprivate var sign: BoardMap.Sign { self == .x ? .cross : .ring }
}

extension StrategyMap {
  /// Where the map goes, if one was asked for.
  ///
  /// Throws a usage error for a name that does not end in `.svg`, which could
  /// be a policy's, and for what a map cannot show.
  static func path(in arguments: Arguments) throws -> String? {
    guard let path = arguments.textIfGiven("map") else { return nil }
    guard path.hasSuffix(".svg") else {
      throw Failure(
        .usage,
        "--map: \(quoted(path)) does not end in .svg; expected FILE.svg"
      )
    }
    guard !arguments.isGiven("position") else {
      throw UsageError.incompatible(
        "map",
        "position",
        reason: "a map shows every position"
      )
    }
    guard arguments.operands.count <= 2 else {
      throw UsageError.unexpectedOperand(arguments.operands[2], most: 2)
    }
    return path
  }
}
