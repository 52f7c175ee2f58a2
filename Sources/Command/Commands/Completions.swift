import TicTacToe

extension Command {
  static let completions = Command(
    CommandSpecification(
      name: "completions",
      summary: "Completion of commands and options in a shell.",
      group: .lookDeeper,
      operands: [
        .init(
          "SHELL", help: "One of " + shells.joined(separator: ", ") + ".",
          words: shells
        )
      ],
      examples: [
        .init("source <(noughts completions bash)", "in ~/.bashrc"),
        .init("source <(noughts completions zsh)", "in ~/.zshrc"),
        .init("noughts completions fish | source", "in config.fish"),
      ]
    )
  ) { arguments, console in
    let name = arguments.operands[0]
    guard let shell = Completion.Shell.named(name) else {
      throw UsageError.unknownName(name, what: "shell", among: shells)
    }
    let completion = Completion(of: Commands.specifications)
    try console.print(verbatim: completion.script(for: shell))
    return .success
  }

  private static let shells = Completion.Shell.allCases.map(\.rawValue)
}
