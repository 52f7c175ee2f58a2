@testable import noughts

extension FuzzTarget {
  /// A saved game: what is read is written again as it was.
  static func game(_ bytes: [UInt8]) -> Bool {
    let text = String(decoding: bytes, as: UTF8.self)
    guard let game = try? GameText(text) else { return false }
    precondition(game.text == text || game.text == text + "\n", text)
    return true
  }
}
