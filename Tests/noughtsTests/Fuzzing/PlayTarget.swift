import Players
import TicTacToe

@testable import noughts

extension FuzzTarget {
  /// Lines typed at the board: whatever they are, the session ends well.
  /// Accepted are those that are all understood.
  static func play(_ bytes: [UInt8]) -> Bool {
    let console = Console.inMemory(
      input: String(decoding: bytes, as: UTF8.self)
    )
    let isPlain = bytes.first.map { $0 & 1 == 0 } ?? true
    do {
      var session = PlaySession(
        teaching: try Teaching(
          UniformPolicy.first,
          path: "/dev/null",
          mistakes: []
        ),
        you: bytes.last.map { $0 & 1 == 0 } ?? true ? .x : .o,
        isPlain: isPlain,
        seed: 1,
        console: console
      )
      let code = try session.play()
      precondition(code == .success, "ended with \(code)")
    } catch {
      preconditionFailure("\(error)")
    }
    return !console.output.text.contains("Not a move")
  }
}
