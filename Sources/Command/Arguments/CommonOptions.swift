import Glibc
import TicTacToe

/// The options that mean the same in every command that takes them.
extension OptionSpecification {
  package static let seed = Self(
    "seed", .unsigned, default: .unsigned(1),
    help: "The same seed gives the same bytes."
  )

  package static let json = flag("json", help: "Print JSON for programs.")

  package static let plain = flag(
    "plain", help: "Print one sentence per event, for screen readers."
  )

  package static let quiet = flag(
    "quiet", short: "q", help: "Print no progress."
  )

  package static let color = choice(
    "color", of: ColorChoice.self, default: .auto,
    help: "Whether to color the output."
  )

  package static let jobs = integer(
    "jobs", in: 1...256, defaultNote: "all processors", short: "j",
    help: "The number of workers; results never depend on it."
  )

  package static let temperature = decimal(
    "temperature", in: 0...100, default: 0,
    help: "Above 0, a network draws its moves; at 0, it plays the likeliest."
  )

  /// Every command has it, without declaring it.
  static let help = flag("help", short: "h", help: "Show this help.")
}

extension Arguments {
  /// Makes the board that a command is about.
  func board() -> Board { Board(.ticTacToe) }

  var seed: UInt64 { unsigned("seed") }

  /// The workers asked for, or one a processor.
  var jobs: Int {
    integerIfGiven("jobs") ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
  }
}
