internal import Checkpoints
internal import Evaluation
public import Files
internal import TicTacToe

/// The folder of a tournament: `games.jsonl`, which only grows, and
/// `tournament.txt`, which identifies the tournament.
public struct TournamentFolder: Sendable {
  /// The reason why a folder cannot be used.
  public enum Failure: Error, Sendable {
    /// Another tournament lies there, or something else.
    case mismatch(path: String, found: String, expected: String)

    /// Another process plays there; its number, if known.
    case busy(path: String, process: Int32?)

    /// A line of the log, from 1, is not a game of this tournament.
    case damaged(path: String, line: Int, reason: String)
  }

  public let path: String
  public let version: String

  /// Names a folder, without touching it.
  public init(_ path: String, version: String) {
    self.path = path
    self.version = version
  }

  public var logPath: String { "\(path)/games.jsonl" }

  /// The largest log that is read, in bytes.
  private static let largest = 1 << 30

  /// Makes the folder, or checks that it holds this tournament, with any number
  /// of games; returns its lock, without which nobody may write.
  ///
  /// - Throws: `Failure.mismatch`, `Failure.busy` or `FileError`.
  public func open(_ tournament: SampledTournament) throws -> FileLock {
    try check(Folder(path).names(ifMissing: []))
    try Folder(path).create()
    let lock = try FileLock("\(path)/lock") {
      Failure.busy(path: path, process: $0)
    }
    try Folder(path).removeLeftovers()
    let expected = tournament.identity + "; version \(version)"
    let file = DurableFile("\(path)/tournament.txt")
    guard try Folder(path).names().contains("tournament.txt") else {
      try file.write(Array("\(expected)\n".utf8))
      return lock
    }
    let bytes = try file.read(limit: 1 << 20)
    let found = String(decoding: bytes.dropLast(), as: UTF8.self)
    guard found.isSame(as: expected) else {
      throw Failure.mismatch(path: file.path, found: found, expected: expected)
    }
    return lock
  }

  /// Checks that a folder is a tournament's, or holds nothing but the leftovers
  /// of a killed creation.
  private func check(_ names: [String]) throws(Failure) {
    if names.contains("tournament.txt") { return }
    let other = names.first { $0 != "lock" && !Folder.isTemporary($0) }
    guard let other else { return }
    throw .mismatch(
      path: path, found: "\(other) without a tournament.txt",
      expected: "a new folder or a tournament's"
    )
  }

  /// The games played so far, in their order; a line that a kill cut short is
  /// removed from the log.
  ///
  /// - Throws: `Failure.damaged` if a line is not the next game of the
  ///   tournament, or `FileError`; then nothing is changed.
  public func games(of tournament: SampledTournament) throws -> [GameRecord] {
    let log = AppendLog(logPath)
    // A larger tournament may have gone on here.
    let lines = try log.wholeLines(limit: TournamentFolder.largest)
      .prefix(tournament.games.count)
    var records: [GameRecord] = []
    for (index, line) in lines.enumerated() {
      func damaged(_ reason: String) -> Failure {
        .damaged(path: logPath, line: index + 1, reason: reason)
      }
      let record: GameRecord
      do throws(JSONError) {
        record = try GameRecord(line: Array(line), rules: tournament.book.rules)
      } catch { throw damaged("\(error)") }
      let game = tournament.games[index]
      let (x, o, opening) = tournament.arrangement(of: game)
      guard record.game == game, record.x.isSame(as: x.name),
        record.o.isSame(as: o.name),
        record.opening == opening
      else {
        throw damaged("game \(record.game), expected game \(game) as scheduled")
      }
      records.append(record)
    }
    try log.removeTornLine(limit: TournamentFolder.largest)
    return records
  }

  func append(_ record: GameRecord) throws {
    try AppendLog(logPath).append(record.line)
  }
}

extension SampledTournament {
  /// A text that tells it from every other tournament, except in length.
  var identity: String {
    let players = participants.map { participant -> String in
      if let external = participant.external {
        return "\(participant.name) \(external.identity)"
      }
      return "\(participant.name) \(participant.fingerprint)"
    }
    return "players \(players.joined(separator: ", ")); "
      + "\(book.openings.count) openings "
      + "\(Checksum(Array(book.text.utf8)).text); seed \(seed)"
  }
}
