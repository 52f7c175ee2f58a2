import Files
import TicTacToe
import Tournament
import Training

/// A log of games that a command takes, such as the `games.jsonl` of
/// `noughts tournament --sample`.
enum GamesOperand {
  /// The largest log that is read, in bytes.
  static let largest = 1 << 28

  /// Reads the moves of a player in either seat, or of everyone, from a log or
  /// from the folder that holds it.
  ///
  /// - Throws: `Failure` 65 with the first bad line or if the player has no
  ///   move, or `FileError`.
  static func read(
    _ path: String, on board: Board, player: String?
  ) throws -> RunOptions.Watched {
    let bytes: [UInt8]
    do { bytes = try DurableFile(path).read(limit: largest) } catch {
      guard error.reason == .notRegular else { throw error }
      bytes = try DurableFile(path + "/games.jsonl").read(limit: largest)
    }
    var moves = Demonstrations(on: board)
    var players: Set<ByteText> = []
    for (index, line) in bytes.split(separator: UInt8(ascii: "\n")).enumerated()
    {
      let record: GameRecord
      do {
        record = try GameRecord(line: Array(line), rules: board.rules)
      } catch {
        throw Failure(
          .badData, "\(path): line \(index + 1): \(error)",
          hint:
            "Expected a log as noughts tournament --sample N --out DIR keeps."
        )
      }
      players.formUnion([record.x, record.o].map { ByteText($0) })
      for (side, name) in [(Mark.x, record.x), (.o, record.o)]
      where player.map(name.isSame) ?? true {
        moves.record(record.moves, after: record.opening, of: side)
      }
    }
    guard moves.moves > 0 else {
      let names = players.sorted().map { quoted($0.text) }.joined(
        separator: ", ")
      throw Failure(
        .badData,
        player.map { "\(path): no move of \(quoted($0)); it has \(names)" }
          ?? "\(path): no games, expected one a line"
      )
    }
    return RunOptions.Watched(name: path, player: player, moves: moves)
  }
}
