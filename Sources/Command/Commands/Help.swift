extension Command {
  static let help = Command(
    CommandSpecification(
      name: "help",
      summary: "Explain a command, or list all of them.",
      group: .lookDeeper,
      operands: [
        .init("COMMAND", count: 0...1, help: "The command to explain.")
      ],
      examples: [
        .init("noughts help", "all commands"),
        .init("noughts help help", "this page"),
      ]
    )
  ) { arguments, console in
    guard let name = arguments.operands.first else {
      try printOverview(on: console)
      return .success
    }
    try printPage(for: Commands.named(name).specification, on: console)
    return .success
  }

  /// Prints the list of all commands.
  static func printOverview(on console: Console) throws(StreamError) {
    try console.print(
      HelpText(console.capabilities).overview(
        of: Commands.specifications, version: Commands.version
      )
    )
  }

  /// Prints the help of one command.
  static func printPage(
    for command: CommandSpecification, on console: Console
  ) throws(StreamError) {
    try console.print(HelpText(console.capabilities).page(for: command))
  }
}

extension HelpText {
  fileprivate init(_ capabilities: Capabilities) {
    self.init(width: capabilities.width, charset: capabilities.charset)
  }
}
