import TicTacToe

/// Every command, in the order in which help lists them.
package enum Commands {
  package static let version = "0.2.0"

  package static let all: [Command] = [
    .train, .play, .evaluate, .tournament, .study, .show, .engine, .bench,
    .help, .completions,
  ]

  package static var specifications: [CommandSpecification] {
    all.map(\.specification)
  }

  package static func named(_ name: String) throws(UsageError) -> Command {
    guard
      let command = all.first(where: { $0.specification.name.isSame(as: name) })
    else {
      throw .unknownCommand(name, among: specifications.map(\.name))
    }
    return command
  }

  /// Runs the command that `words` name, without the program's own name, and
  /// reports failures on the console.
  package static func run(
    _ words: [String], on console: Console
  ) async -> ExitCode {
    do {
      let code = try await perform(words, on: console)
      try console.flush()
      return code
    } catch {
      let name = words.first.flatMap { try? named($0) }?.specification.name
      let failure = Failure(error, command: name)
      console.report(failure)
      return failure.code
    }
  }

  private static func perform(
    _ words: [String], on console: Console
  ) async throws -> ExitCode {
    guard let first = words.first,
      !["--help", "-h"].contains(where: first.isSame)
    else {
      try Command.printOverview(on: console)
      return .success
    }
    if first.isSame(as: "--version") {
      try console.print("noughts \(version)")
      return .success
    }
    if first.begins(with: "-") {
      let known = ["--help", "--version"]
      guard Nearest.name(to: first, among: known) == nil else {
        throw UsageError.unknownOption(first, among: known)
      }
      throw UsageError.optionBeforeCommand(first)
    }
    let command = try named(first)
    if ArgumentParser.asksForHelp(words.dropFirst()) {
      try Command.printPage(for: command.specification, on: console)
      return .success
    }
    let arguments = try ArgumentParser.parse(
      words.dropFirst(), for: command.specification
    )
    console.adopt(
      color: arguments.declares("color") ? arguments.choice("color") : .auto,
      isQuiet: arguments.declares("quiet") && arguments.flag("quiet")
    )
    return try await command.run(arguments, console)
  }
}
