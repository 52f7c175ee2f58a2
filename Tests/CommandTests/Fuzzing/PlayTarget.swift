import Players
import TicTacToe

@testable import Command

extension FuzzTarget {
  /// Lines typed at the board: whatever they are, the session ends well.
  /// Accepted are those that are all understood.
  static func play(_ bytes: [UInt8]) -> Bool {
    // All but what would write files.
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
      .filter { !$0.lowercased().contains("save") }
    let console = Console.inMemory(input: lines.joined(separator: "\n"))
    let isPlain = bytes.first.map { $0 & 1 == 0 } ?? true
    do {
      var session = PlaySession(
        on: board,
        corrections: try CorrectionSession(
          UniformPolicy.first,
          on: board,
          path: "/dev/null",
          mistakes: []
        ),
        seats: .person(bytes.last.map { $0 & 1 == 0 } ?? true ? .x : .o),
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
