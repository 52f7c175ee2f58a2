import TicTacToe

@testable import Command

extension FuzzTarget {
  /// A saved game: what is read is written again as it was, but for how its
  /// lines end.
  static func game(_ bytes: [UInt8]) -> Bool {
    let text = String(decoding: bytes, as: UTF8.self)
    guard let game = try? GameText(text, board.rules) else { return false }
    let lines = text.replacing("\r\n", with: "\n")
    precondition(game.text == lines || game.text == lines + "\n", text)
    return true
  }
}
