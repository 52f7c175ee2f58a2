import Charts

extension StrategyMap {
  /// The examples that explain a map, also one of a policy that can lose or one
  /// compared with another policy.
  static func keys(
    canLose: Bool, comparedWith other: String?
  ) -> [BoardMap.Key] {
    typealias Board = BoardMap.Board
    func single(_ cell: BoardMap.Cell) -> Board {
      Board(columns: 1, cells: [cell])
    }
    let inner = Board(
      columns: 3,
      cells: [.mark(.cross, .light)]
        + [.empty, .empty, .empty, .mark(.cross, .heavy), .empty]
        + [.empty, .empty, .mark(.ring, .medium)]
    )
    var won = Board(
      columns: 3,
      cells: [.mark(.cross, .light), .empty, .mark(.ring, .light)]
        + [.empty, .mark(.cross, .light), .mark(.ring, .medium)]
        + [.empty, .empty, .mark(.cross, .heavy)]
    )
    won.strike = 0...won.cells.count - 1
    var keys = [
      BoardMap.Key(
        "the move it makes now", board: single(.mark(.cross, .heavy))
      ),
      BoardMap.Key(
        "the opponent's last move", board: single(.mark(.ring, .medium))
      ),
      BoardMap.Key("moves made before", board: single(.mark(.cross, .light))),
      BoardMap.Key(
        "if the opponent moves on this square, the game goes on in the board "
          + "inside it",
        board: single(.board(inner))
      ),
      BoardMap.Key("it wins", board: won),
    ]
    if canLose {
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
