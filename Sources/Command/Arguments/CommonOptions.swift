import Glibc
import TicTacToe

/// The options that mean the same in every command that takes them.
extension OptionSpecification {
  package static let seed = Self(
    "seed", .unsigned, default: .unsigned(1),
    help: "The same seed gives the same bytes."
  )

  package static let board = text(
    "board", "COLUMNSxROWS[:K]",
    help: "The board, and how many in a row win: 4x4 means 4x4:4; 3x3 unless "
      + "given or known from a policy."
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

extension Rules {
  /// The rules that are meant where none are named, in commands and in files.
  static let implied = Rules.ticTacToe
}

extension Arguments {
  /// Makes the board of a command that is about 3×3.
  func board() -> Board { Board(.implied) }

  /// Makes the board that a command is about: the one asked for, else that of
  /// the first of some policies that has one, else 3×3.
  func board(of names: [String]) throws -> Board {
    if let rules = try rulesIfGiven() { return Board(rules) }
    return Board(names.lazy.compactMap(PolicyOperand.rules).first ?? .implied)
  }

  /// The rules asked for; nil if none are.
  ///
  /// - Throws: `Failure` 64 if there is no such board.
  func rulesIfGiven() throws(Failure) -> Rules? {
    guard let text = textIfGiven("board") else { return nil }
    do { return try Rules(text) } catch {
      throw Failure(.usage, "--board: \(error.message(of: text))")
    }
  }

  var seed: UInt64 { unsigned("seed") }

  /// The workers asked for, or one a processor.
  var jobs: Int {
    integerIfGiven("jobs") ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
  }
}

extension RulesError {
  fileprivate func message(of text: String) -> String {
    switch self {
    case .text:
      "\(quoted(text)) is no board; expected COLUMNSxROWS or "
        + "COLUMNSxROWS:INAROW, such as 4x4 or 5x5:4"
    case .lineNotGiven(let columns, let rows):
      "\(quoted(text)) does not say how many in a row win; expected "
        + "\(columns)x\(rows):K"
    case .boardDoesNotFit:
      "\(quoted(text)) is too small or too big; expected at least 1x1 and "
        + "(columns + 1) · rows of at most 64, such as 7x8"
    case .lineDoesNotFit(let inARow, let columns, let rows):
      "\(inARow) in a row on \(columns)×\(rows); expected 1 to "
        + "\(Swift.max(columns, rows))"
    }
  }
}
