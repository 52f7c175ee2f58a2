import Files
import TicTacToe

extension PlaySession {
  /// Writes the game to a new file.
  func save(_ path: String) throws {
    guard !path.isEmpty else {
      return try console.print("Not saved: expected a file: save game.txt.")
    }
    do {
      try DurableFile(path).create(Array(GameText(moves).text.utf8))
    } catch {
      return try console.print(
        "Not saved: \(printable("\(error)")); name another file."
      )
    }
    try console.print("Saved in \(printable(path)).")
  }

  /// Takes up the game of a file in place of this one.
  mutating func load(_ path: String) throws {
    guard !path.isEmpty else {
      return try console.print("Not loaded: expected a file: load game.txt.")
    }
    do {
      let bytes = try DurableFile(path).read(limit: GameText.largest)
      moves = try GameText(String(decoding: bytes, as: UTF8.self)).moves
    } catch {
      let reason =
        (error as? GameText.Damage).map { "line \($0.line): \($0.reason)" }
      let words = printable(reason.map { "\(path): \($0)" } ?? "\(error)")
      return try console.print("Not loaded: \(words).")
    }
    marks = []
    shown = nil
    isLogged = false
    let turn =
      position.outcome == nil
      ? "\(position.sideToMove.rawValue) is to move" : "the game is over"
    let unit = moves.count == 1 ? "move" : "moves"
    try console.print("Loaded \(moves.count) \(unit); \(turn).")
  }
}
