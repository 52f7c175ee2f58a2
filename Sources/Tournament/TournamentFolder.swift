internal import Checkpoints
internal import Evaluation
internal import TicTacToe

/// The folder of a tournament: `games.jsonl`, which only grows, and
/// `tournament.txt`, which says what tournament it is.
public struct TournamentFolder: Sendable {
  /// Why a folder cannot be used.
  public enum Failure: Error, Sendable {
    /// Another tournament lies there, or something else.
    case mismatch(path: String, found: String, expected: String)

    /// A line of the log, from 1, is no game of this tournament.
    case damaged(path: String, line: Int, reason: String)
  }

  /// Its path.
  public let path: String

  /// The program's version.
  public let version: String

  /// Names a folder, without touching it.
  public init(_ path: String, version: String) {
    self.path = path
    self.version = version
  }

  /// The log.
  public var logPath: String { "\(path)/games.jsonl" }

  /// The largest log that is read, in bytes.
  private static let largest = 1 << 30

  /// Makes the folder, or checks that it holds this tournament, of whatever
  /// number of games.
  ///
  /// - Throws: `Failure.mismatch` or `FileError`.
  public func open(_ tournament: SampledTournament) throws {
    try Folder(path).create()
    let expected = tournament.identity + "; version \(version)"
    let file = DurableFile("\(path)/tournament.txt")
    let found: String
    do {
      let bytes = try file.read(limit: 1 << 20)
      found = String(decoding: bytes.dropLast(), as: UTF8.self)
    } catch {
      guard error.isMissing else { throw error }
      _ = try Folder(path).removeLeftovers()
      if let other = try Folder(path).names().first {
        throw Failure.mismatch(
          path: path,
          found: "\(other) without a tournament.txt",
          expected: "a new folder or a tournament's"
        )
      }
      return try file.write(Array("\(expected)\n".utf8))
    }
    guard found == expected else {
      throw Failure.mismatch(
        path: file.path,
        found: found,
        expected: expected
      )
    }
  }

  /// The games played so far, in their order, whatever a kill cut short being
  /// cut off the log.
  ///
  /// - Throws: `Failure.damaged` if a line is not the next game of the
  ///   tournament, or `FileError`; then nothing is changed.
  public func games(of tournament: SampledTournament) throws -> [GameRecord] {
    let bytes: [UInt8]
    do {
      bytes = try DurableFile(logPath).read(limit: TournamentFolder.largest)
    } catch {
      if error.isMissing { return [] }
      throw error
    }
    let feed = UInt8(ascii: "\n")
    let whole = (bytes.lastIndex(of: feed) ?? -1) + 1
    // A larger tournament may have gone on here.
    let lines = bytes[..<whole].split(separator: feed)
      .prefix(tournament.games.count)
    var records: [GameRecord] = []
    for (index, line) in lines.enumerated() {
      func damaged(_ reason: String) -> Failure {
        .damaged(path: logPath, line: index + 1, reason: reason)
      }
      let record: GameRecord
      do throws(JSONError) {
        record = try GameRecord(line: Array(line))
      } catch { throw damaged("\(error)") }
      let game = tournament.games[index]
      let (x, o, opening) = tournament.arrangement(of: game)
      guard record.game == game, record.x == x.name, record.o == o.name,
        record.opening == opening
      else {
        throw damaged("game \(record.game), expected game \(game) as scheduled")
      }
      records.append(record)
    }
    if whole < bytes.count { try AppendLog(logPath).truncate(to: whole) }
    return records
  }

  /// Keeps a game.
  func append(_ record: GameRecord) throws {
    try AppendLog(logPath).append(record.line)
  }
}

extension SampledTournament {
  /// What makes it this tournament and no other, but for its length.
  var identity: String {
    let players = entrants.map { entrant in
      let bytes = entrant.table.probabilities.flatMap { probability in
        (0..<4).map {
          UInt8(truncatingIfNeeded: probability.bitPattern >> (8 * $0))
        }
      }
      return "\(entrant.name) \(Checksum(bytes).text)"
    }
    return "players \(players.joined(separator: ", ")); "
      + "\(book.openings.count) openings "
      + "\(Checksum(Array(book.text.utf8)).text); seed \(seed)"
  }
}
