import Charts
import Evaluation
import Numbers
import TicTacToe

/// A policy's complete strategy as one page of boards within boards.
///
/// A map shows a deterministic player. For a policy that draws its moves it
/// shows the likeliest, and says so.
struct StrategyMap {
  private let trees: [StrategyTree]
  private let title: String
  private let other: String?
  private let isDeterministic: Bool

  /// Whether the other policy draws its moves.
  private let isOtherDrawing: Bool

  /// Maps a policy, and marks the replies of another one that differ.
  init(
    of name: String, _ table: PolicyTable, verdict: Verdict,
    comparedWith other: (name: String, table: PolicyTable)? = nil
  ) {
    let words =
      switch verdict {
      case .perfect: "perfect: no opponent can beat it"
      case .unbeatable: "unbeatable: no opponent can beat it"
      case .keepsValue: "sure to win as X"
      case .beatable: "beatable"
      }
    title = "\(StrategyMap.short(name)) is \(words)"
    trees = [Mark.x, .o].map {
      StrategyTree(of: table, in: $0, comparedWith: other?.table)
    }
    isDeterministic = table.isDeterministic
    self.other = other.map { StrategyMap.short($0.name) }
    isOtherDrawing = other.map { !$0.table.isDeterministic } ?? false
  }

  /// The end of a path too long for a heading.
  private static func short(_ name: String) -> String {
    name.count <= 40 ? name : "…" + name.suffix(39)
  }

  var svg: String { map.svg }

  private var map: BoardMap {
    BoardMap(
      title: title, subtitle: subtitle,
      panels: trees.map { tree in
        let name = tree.seat.rawValue
        let order = tree.seat == .x ? "first" : "second"
        return BoardMap.Panel(
          "As \(name)",
          note: "moves \(order); \(count(tree.root.games, "game"))"
            + (isDeterministic ? ", " : " by its likeliest moves, ")
            + "\(tree.root.losses) lost",
          board: board(tree.root, in: tree, after: [])
        )
      },
      keys: StrategyMap.keys(
        canLose: trees.contains { $0.root.losses > 0 },
        comparedWith: other.map { isOtherDrawing ? "most often \($0)" : $0 }
      )
    )
  }

  private var subtitle: String {
    let start =
      isDeterministic
      ? "Its reply to everything an opponent can do"
      : "Its likeliest reply to everything an opponent can do; its moves are "
        + "drawn and may differ"
    guard let other else { return start + "." }
    let differences = trees.reduce(0) { $0 + $1.root.differences }
    let reply = isOtherDrawing ? "would mostly reply" : "replies"
    return start + "; framed where \(other) \(reply) otherwise, "
      + "\(count(differences, "time"))."
  }

  private func count(_ number: Int, _ noun: String) -> String {
    NumberFormat.grouped(number) + " \(noun)\(number == 1 ? "" : "s")"
  }
}

extension StrategyMap {
  private func board(
    _ node: StrategyTree.Node, in tree: StrategyTree, after line: [String]
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
  /// The file for the map, if one was asked for.
  ///
  /// - Throws: `Failure` 64 or `UsageError` for a name that does not end in
  ///   `.svg`, which could be a policy's, and for options without a map.
  static func path(in arguments: Arguments) throws -> String? {
    guard let path = try arguments.picturePath("map") else { return nil }
    guard !arguments.isGiven("position") else {
      throw UsageError.incompatible(
        "map", "position", reason: "a map shows every position"
      )
    }
    guard arguments.operands.count <= 2 else {
      throw UsageError.unexpectedOperand(arguments.operands[2], most: 2)
    }
    return path
  }
}

extension Mark {
  fileprivate var sign: BoardMap.Sign { self == .x ? .cross : .ring }
}
