import Files
import Players
import Training

// The files and policies that a new run starts from or learns from.
extension TrainSetup {
  /// The moves of the games that `--watch` names, of one `--player` or all, or
  /// every answer of the policy that `--teacher` names.
  func watched() throws -> RunOptions.Watched? {
    let player = arguments.textIfGiven("player")
    if let name = arguments.textIfGiven("teacher") {
      for option in ["watch", "player"] where arguments.isGiven(option) {
        throw UsageError.incompatible(
          "teacher", option, reason: "the teacher alone is cloned"
        )
      }
      let policy = try PolicyOperand.policy(named: name, on: board, console)
      return .init(teacher: policy, name: name, on: board)
    }
    guard let path = arguments.textIfGiven("watch") else {
      if player == nil { return nil }
      throw Failure(.usage, "--player: expected --watch, a log of games")
    }
    return try GamesOperand.read(path, on: board, player: player)
  }

  /// The mistakes in the file that `--mistakes` names, or `--source` if its value
  /// is none of its words.
  func mistakes() throws -> RunOptions.Mistakes? {
    let source = arguments.textIfGiven("source") ?? ""
    let isWord = NegativeSource(rawValue: source).map { $0 != .file } ?? false
    if let path = arguments.textIfGiven("mistakes") {
      guard source.isEmpty else {
        throw UsageError.incompatible(
          "mistakes", "source", reason: "the mistakes are the source"
        )
      }
      return try MistakesOperand.read(path, on: board)
    }
    if source.isEmpty || isWord { return nil }
    do { return try MistakesOperand.read(source, on: board) } catch let error
      as FileError
    {
      guard error.isMissing else { throw error }
      let words = NegativeSource.allCases.filter { $0 != .file }.map(\.rawValue)
      throw UsageError.unknownChoice(
        option: "source", value: source, choices: words + ["FILE"]
      )
    }
  }

  func start(_ name: String) throws -> RunOptions.Start {
    guard
      let policy = try PolicyOperand.policy(named: name, on: board, console)
        as? NetworkPolicy
    else {
      throw Failure(
        .usage,
        "--continue: \(quoted(name)) has no weights; expected a file or a run"
      )
    }
    return RunOptions.Start(name: name, policy: policy)
  }
}
