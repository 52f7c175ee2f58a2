extension Commands {
  /// Runs the command that `words` name, the program's own name not among
  /// them, and tells failures on the console.
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
    guard let first = words.first, !["--help", "-h"].contains(first) else {
      try Command.printOverview(on: console)
      return .success
    }
    if first == "--version" {
      try console.print("noughts \(version)")
      return .success
    }
    if first.hasPrefix("-") {
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
