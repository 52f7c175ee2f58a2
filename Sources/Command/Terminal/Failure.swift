import Checkpoints
import Experiments
import Files
package import TicTacToe
import Tournament
import Training

/// The reason why a command gave up, with its exit code.
package struct Failure: Error, Hashable {
  package let code: ExitCode

  /// One line: the error, the place, the expected value.
  package let message: String

  /// A remedy, on a line of its own.
  package let hint: String?

  /// A command to copy, at the end of the remedy.
  package let command: ShellCommand?

  package init(
    _ code: ExitCode, _ message: String, hint: String? = nil,
    command: ShellCommand? = nil
  ) {
    self.code = code
    self.command = command
    self.message = message
    self.hint = hint
  }

  /// The one place where errors become words and exit codes.
  ///
  /// - Parameter command: The command that was running, if any.
  package init(_ error: any Error, command: String?) {
    switch error {
    case let failure as Failure:
      self = failure
    case let error as UsageError:
      let help = ["noughts help"] + (error.concernsCommand ? [command] : [])
      let see = help.compactMap(\.self).joined(separator: " ")
      self.init(.usage, "\(error.message); see \(see)")
    case let error as FileError:
      self.init(
        error.isMissing && error.operation == .read
          ? .missingInput
          : error.reason.isAboutContent ? .badData : .inputOutput,
        error.description
      )
    case let error as RunFolder.Failure:
      self.init(error)
    case let error as Divergence:
      self.init(
        .assertionFalse,
        "training diverged at game or step \(error.done): a weight or a "
          + "gradient exceeded its bound",
        hint: "Use a smaller --learning-rate, or --optimizer adam."
      )
    case let error as RunOptions.Conflict:
      self.init(.usage, "--\(error.option): expected \(error.expected)")
    case let error as StudyBusy:
      self.init(
        .wouldOverwrite,
        "\(error.path): another process measures shard \(error.shard) "
          + "here\(pid(error.process)); nothing was changed",
        hint: "Wait for it, or stop it, or measure another --shard."
      )
    case let error as StudyMismatch:
      self.init(
        .wouldOverwrite,
        "\(error.path) is of another study: \(error.found); expected "
          + error.expected,
        hint: "Name another --out."
      )
    case let error as TournamentFolder.Failure:
      self.init(error)
    case let error as MistakesFile.Damage:
      self.init(error, path: nil)
    case let error as StreamError:
      self.init(.inputOutput, error.message)
    default:
      self.init(
        .bug, "unexpected: \(error)",
        hint: "This is a bug in noughts; please report it."
      )
    }
  }

  /// The error in the file at `path`; a `FileError` has its own path.
  package static func naming(_ path: String, _ error: any Error) -> any Error {
    if let error = error as? MistakesFile.Damage {
      return Failure(error, path: path)
    }
    guard let error = error as? JSONError else { return error }
    return Failure(.badData, "\(path): \(error)")
  }

  /// Every bad line, by number and reason.
  private init(_ damage: MistakesFile.Damage, path: String?) {
    let lines = damage.lines.prefix(20).map { line in
      "line \(line.number): \(line.reason.words)"
    }
    let rest = damage.lines.count - lines.count
    self.init(
      .badData,
      (path.map { "\($0): " } ?? "") + lines.joined(separator: "; ")
        + (rest > 0 ? "; and \(rest) more" : ""),
      hint: "A line is POSITION MOVE, such as X../.O./..X a1; # comments."
    )
  }

  private init(_ failure: TournamentFolder.Failure) {
    switch failure {
    case .mismatch(let path, let found, let expected):
      self.init(
        .wouldOverwrite,
        "\(path) is of another tournament: \(found); expected \(expected)",
        hint: "Name another --out."
      )
    case .busy(let path, let process):
      self.init(
        .wouldOverwrite,
        "\(path): another process plays here\(pid(process)); nothing was changed",
        hint: "Wait for it, or stop it, or name another --out."
      )
    case .damaged(let path, let line, let reason):
      self.init(.badData, "\(path): line \(line): \(reason)")
    }
  }

  private init(_ failure: RunFolder.Failure) {
    switch failure {
    case .exists(let path):
      self.init(
        .wouldOverwrite, "\(path) exists, and nothing is overwritten",
        hint: "Name another folder, or continue:", command: .resuming(path)
      )
    case .noRun(let path):
      self.init(
        .missingInput,
        "\(path) holds no run: expected a folder made by noughts train"
      )
    case .busy(let path, let process):
      self.init(
        .wouldOverwrite,
        "\(path): another process is training here\(pid(process)); nothing was "
          + "changed",
        hint: "Wait for it, or stop it; then:", command: .resuming(path)
      )
    case .damaged(let path, let error):
      self.init(.badData, "\(path): \(error)")
    }
  }
}

extension ShellCommand {
  static func resuming(_ run: String) -> Self {
    Self(["noughts", "train"] + option("resume", run))
  }
}

/// ` (pid 17)`, if the process is known.
private func pid(_ process: Int32?) -> String {
  process.map { " (pid \($0))" } ?? ""
}

extension FileError.Reason {
  fileprivate var isAboutContent: Bool {
    switch self {
    case .tooLarge, .tooShort: true
    case .system, .notRegular, .held: false
    }
  }
}

extension Mistake.Reason {
  package var words: String {
    switch self {
    case .form: "expected two words, POSITION MOVE"
    case .notation(let error): error.words
    case .illegal(.taken): "the square is taken"
    case .illegal(.gameOver): "the game is over there"
    case .illegal(.offTheBoard): "the board has no such square"
    case .onlyMove: "it is the only legal move"
    case .everyMove:
      "with it every legal move there, up to symmetry, is marked as bad"
    }
  }
}

extension NotationError {
  package var words: String {
    switch self {
    case .square(let name): "no square is called \(quoted(name))"
    case .rankCount(let count, let expected):
      "\(count) rank\(count == 1 ? "" : "s"), expected \(expected)"
    case .rankLength(let count, let rank, let expected):
      "rank \(rank) has \(count) squares, expected \(expected)"
    case .character(let character, let square):
      "\(quoted(String(character))) at \(square), expected X, O or ."
    case .stoneCounts(let x, let o): "\(x) X and \(o) O, expected turns"
    case .playedOn(let mark): "play goes on after \(mark.rawValue) has won"
    }
  }
}
