/// What an outside engine did instead of playing.
public enum EngineFailure: Error, Hashable, Sendable {
  /// Its command names no program, as far as the shell knows.
  case notFound

  /// Its command names something that is no program.
  case notExecutable

  /// It ended by itself.
  case exited(code: Int)

  /// A signal ended it.
  case killed(signal: Int)

  /// It closed its output, or was killed for good: SIGKILL ends it either way.
  case gone

  /// The system could not start it, by the number of the error.
  case cannotStart(code: Int32)

  /// What was expected of it did not come in time.
  case silent(expected: String, seconds: Double)

  /// It wrote more than `OutsideEngine.mostOutput` bytes before its answer.
  case flooding

  /// It does not offer the variant `tictactoe`.
  case otherGame

  /// Its move is none, or not legal.
  case illegalMove

  /// Nothing is wrong: whoever asked does not want to know any more.
  case stopped

  /// What to tell people: a clause whose subject is the engine.
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

  /// What the exit code of a shell says of the command that it ran.
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
