import Files
import TicTacToe
import Tournament

/// A person's finished games, kept only on request: a line each, as in the log
/// of a tournament.
struct GameLog {
  /// The largest log that is read, in bytes.
  private static let largest = 1 << 24
  private static let person = "you"

  let path: String
  let rules: Rules

  /// The results of a log's games for the person.
  struct Tally: Equatable {
    var won = 0
    var drawn = 0
    var lost = 0

    var played: Int { won + drawn + lost }
  }

  /// Counts the games; a missing file has none.
  ///
  /// - Throws: `Failure` 65 with the line that is not a game of a person.
  func tally() throws -> Tally {
    let bytes: [UInt8]
    do { bytes = try DurableFile(path).read(limit: GameLog.largest) } catch {
      guard error.isMissing else { throw error }
      return Tally()
    }
    var tally = Tally()
    let lines = bytes.split(separator: UInt8(ascii: "\n"))
    for (index, line) in lines.enumerated() {
      do {
        let game = try GameRecord(line: Array(line), rules: rules)
        guard [game.x, game.o].contains(GameLog.person) else {
          throw Failure(.badData, "nobody is called \"\(GameLog.person)\"")
        }
        switch game.outcome.value(for: game.x == GameLog.person ? .x : .o) {
        case 1: tally.won += 1
        case 0: tally.drawn += 1
        default: tally.lost += 1
        }
      } catch {
        let reason = (error as? Failure)?.message ?? "\(error)"
        throw Failure(
          .badData, "\(path): line \(index + 1): \(reason)",
          hint: "Mend or remove that line, or name another file."
        )
      }
    }
    return tally
  }

  /// Checks that games can be counted and added, before one is played.
  ///
  /// - Throws: `Failure` 65 with the line that is not a game of a person, or
  ///   `FileError`.
  func open() throws {
    _ = try tally()
    try AppendLog(path).open()
  }

  /// Adds a finished game of a person on the side `you`.
  func append(_ moves: [Square], you: Mark, against policy: String) throws {
    let position = rules.position(after: moves)
    guard let outcome = position.outcome else {
      preconditionFailure("\(position.text) is not over")
    }
    // Nobody else may bear the person's name.
    let other = policy == GameLog.person ? "./\(policy)" : policy
    let game = GameRecord(
      rules: rules, game: try tally().played,
      x: you == .x ? GameLog.person : other,
      o: you == .o ? GameLog.person : other, opening: [], moves: moves,
      outcome: outcome
    )
    try AppendLog(path).append(afterWholeLine: game.line)
  }
}
