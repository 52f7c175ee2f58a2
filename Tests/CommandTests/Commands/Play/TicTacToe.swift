import TestSupport
import TicTacToe

@testable import Command

// The board of most tests, so that they need not say so.

let oracle = Oracle(board: .ticTacToe)

extension PlayCommand {
  init?(_ line: String) {
    self.init(line, .ticTacToe)
  }
}

extension GameText {
  init(_ moves: [Square]) {
    self.init(moves, .ticTacToe)
  }

  init(_ text: String) throws(Damage) {
    try self.init(text, .ticTacToe)
  }
}

extension GameLog {
  init(path: String) {
    self.init(path: path, rules: .ticTacToe)
  }
}
