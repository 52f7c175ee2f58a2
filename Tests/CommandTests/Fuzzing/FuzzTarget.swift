import TicTacToe

/// Something that reads what others wrote, to be fed with bytes of any kind.
///
/// Each traps where a promise is broken, and tells whether the bytes were
/// accepted. `.ci/fuzz/run` lets libFuzzer look for such bytes; the suite feeds
/// what it began with, and changes of it.
enum FuzzTarget: String, CaseIterable {
  static let board = Board(.ticTacToe)

  case policy, checkpoint, mistakes, play, game, arguments, uci

  func accepts(_ bytes: [UInt8]) -> Bool {
    switch self {
    case .policy: Self.policy(bytes)
    case .checkpoint: Self.checkpoint(bytes)
    case .mistakes: Self.mistakes(bytes)
    case .play: Self.play(bytes)
    case .game: Self.game(bytes)
    case .arguments: Self.arguments(bytes)
    case .uci: Self.uci(bytes)
    }
  }
}
