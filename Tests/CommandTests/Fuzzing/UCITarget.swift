import Players
import TicTacToe
import UCI

extension FuzzTarget {
  /// Lines to the engine: whatever they are, it answers, and its moves are
  /// legal. Accepted are those after which it stands elsewhere than at first.
  static func uci(_ bytes: [UInt8]) -> Bool {
    var engine = UCIEngine(
      policy: UniformPolicy.first,
      levels: ["random"],
      version: "",
      seed: 1
    ) { _ in UniformPolicy.random }
    let start = engine.position
    let text = String(decoding: bytes, as: UTF8.self)
    for line in text.split(separator: "\n") {
      guard engine.answer(String(line)) != nil else { break }
    }
    let position = engine.position
    let move = engine.answer("go")?.last ?? ""
    precondition(
      (move == "bestmove (none)") == (position.outcome != nil),
      "\(move) in \(position.fen)"
    )
    return position != start
  }
}
