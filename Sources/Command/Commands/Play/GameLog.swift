import Files
import TicTacToe
import Tournament

/// A person's finished games, kept only on request: a line each, as in the log
/// of a tournament.
struct GameLog {
  /// The largest log that is read, in bytes.
  private static let largest = 1 << 24

  /// The person's name in a log.
  private static let person = "you"

  /// The file's path.
  let path: String

  /// The rules of the games.
  let rules: Rules

  /// How the games of a log ended for the person.
  struct Tally: Equatable {
    var won = 0
    var drawn = 0
    var lost = 0

    var played: Int { won + drawn + lost }
  }

  /// Counts the games, 0 without a file.
  ///
  /// - Throws: `Failure` 65 with the line that is no game of a person.
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
  /// - Throws: `Failure` 65 with the line that is no game of a person, or
  ///   `FileError`.
  func open() throws {
    _ = try tally()
    try AppendLog(path).open()
  }

  /// Adds a finished game of a person on the side `you`.
  func append(
    _ moves: [Square], you: Mark, against policy: String
  ) throws {
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
