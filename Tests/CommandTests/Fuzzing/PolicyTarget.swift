import Checkpoints
import Files
import Players
import TicTacToe

extension FuzzTarget {
  /// A policy file: refused, or a policy that plays legal moves and that its
  /// own file gives back.
  static func policy(_ bytes: [UInt8]) -> Bool {
    guard let file = try? PolicyFile(bytes: bytes) else { return false }
    var policy = file.policy
    if policy.encoding.rules == board.rules {
      var rng = SeededGenerator(seed: 1)
      var position = Position(rules: board.rules)
      while let move = policy.move(in: position, using: &rng) {
        precondition(
          (try? position.play(move)) != nil,
          "an illegal move in \(position.text)"
        )
      }
      precondition(position.outcome != nil, "no move in \(position.text)")
    }
    let again = try? PolicyFile(bytes: file.bytes)
    precondition(again == file, "its own file is another policy")
    return true
  }
}
