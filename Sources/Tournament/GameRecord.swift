package import Checkpoints
public import TicTacToe

/// A game of a tournament, as its log keeps it.
public struct GameRecord: Sendable, Equatable {
  public let rules: Rules

  /// The number in the schedule, from 0.
  public let game: Int

  /// The names of the players of X and O.
  public let x: String
  public let o: String

  /// The moves set by the tournament.
  public let opening: [Square]

  /// The moves the players chose.
  public let moves: [Square]

  /// The outcome, a loss of the player who forfeited.
  public let outcome: Outcome

  /// The reason why the loser forfeited, as a verb phrase ("sent an illegal
  /// move"); nil if the game was played out.
  public let forfeit: String?

  /// The name of the loser, if there is one.
  public var loser: String? {
    if case .win(let mark) = outcome { mark == .x ? o : x } else { nil }
  }

  /// The record as one line of `games.jsonl`.
  package var line: [UInt8] {
    func names(_ squares: [Square]) -> JSON {
      .array(squares.map { JSON(rules.name(of: $0)) })
    }
    return JSONWriter.line([
      "game": JSON(game), "x": JSON(x), "o": JSON(o),
      "opening": names(opening), "moves": names(moves),
      "result": JSON(outcome.notation), "forfeit": forfeit.map { JSON($0) },
    ])
  }

  package init(
    rules: Rules, game: Int, x: String, o: String, opening: [Square],
    moves: [Square], outcome: Outcome, forfeit: String? = nil
  ) {
    self.rules = rules
    self.game = game
    self.x = x
    self.o = o
    self.opening = opening
    self.moves = moves
    self.outcome = outcome
    self.forfeit = forfeit
  }

  /// Reads a line, playing the game again.
  package init(line: [UInt8], rules: Rules) throws(JSONError) {
    let object = try JSONField(JSONReader.read(line)).object(
      keys: ["game", "x", "o", "opening", "moves", "result", "forfeit"]
    )
    self.rules = rules
    game = try object.member("game").int(in: 0 ... .max)
    x = try object.member("x").name()
    o = try object.member("o").name()
    var position = Position(rules: rules)
    opening = try GameRecord.play(object.member("opening"), in: &position)
    moves = try GameRecord.play(object.member("moves"), in: &position)
    let result = try object.member("result")
    let reason = object.optional("forfeit")
    forfeit = try reason?.name()
    if let reason, position.outcome != nil {
      throw reason.mismatch("no reason in a game played to its end")
    }
    // The side to move forfeited.
    let forfeited =
      reason == nil ? nil : Outcome.win(position.sideToMove.opponent)
    guard let outcome = position.outcome ?? forfeited,
      try result.string().isSame(as: outcome.notation)
    else {
      throw result.mismatch(
        (position.outcome ?? forfeited)?.notation ?? "a game played to its end"
      )
    }
    self.outcome = outcome
  }

  private static func play(
    _ names: JSONField, in position: inout Position
  ) throws(JSONError) -> [Square] {
    var moves: [Square] = []
    for name in try names.array() {
      guard let move = try? position.rules.square(named: name.string()),
        (try? position.play(move)) != nil
      else { throw name.mismatch("a legal move") }
      moves.append(move)
    }
    return moves
  }
}

extension Outcome {
  /// The result as in chess: `1-0` for X, `0-1` for O, `1/2-1/2`.
  var notation: String {
    switch self {
    case .win(.x): "1-0"
    case .win(.o): "0-1"
    case .draw: "1/2-1/2"
    }
  }
}
