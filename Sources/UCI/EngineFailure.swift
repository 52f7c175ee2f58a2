/// The reason why an external engine did not play.
public enum EngineFailure: Error, Hashable, Sendable {
  /// Its command names no program, as far as the shell knows.
  case notFound

  /// Its command names a file that cannot be run.
  case notExecutable
  case exited(code: Int)
  case killed(signal: Int)

  /// It closed its output or was killed: SIGKILL ends it in both cases.
  case gone

  /// The system could not start it, with a value of `errno`.
  case cannotStart(code: Int32)
  case silent(expected: String, seconds: Double)

  /// It wrote more than `ExternalEngine.mostOutput` bytes before its answer.
  case flooding

  /// It does not offer the variant `tictactoe`.
  case otherGame
  case illegalMove

  /// The caller canceled.
  case stopped

  /// The failure as a verb phrase, such as "sent an illegal move".
  public var reason: String {
    switch self {
    case .notFound: "names no program that can be found"
    case .notExecutable: "names no program that can be run"
    case .exited(let code): "ended with exit code \(code)"
    case .killed(let signal): "was ended by signal \(signal)"
    case .gone: "was killed or closed its output"
    case .cannotStart(let code): "could not be started (error \(code))"
    case .silent(let expected, let seconds):
      "sent no \(expected) within \(seconds) s"
    case .flooding: "flooded its output"
    case .otherGame: "does not offer UCI_Variant tictactoe"
    case .illegalMove: "sent an illegal move"
    case .stopped: "was stopped"
    }
  }

  /// Reads the exit code of the shell that ran the command.
  init(exitCode: Int) {
    self =
      switch exitCode {
      case 126: .notExecutable
      case 127: .notFound
      case 128 + 9: .gone
      case 129...: .killed(signal: exitCode - 128)
      default: .exited(code: exitCode)
      }
  }
}
