import Training

@testable import Command

extension FuzzTarget {
  /// A command line, one word a line: refused with a message, or arguments that
  /// every option of the command can be asked for.
  static func arguments(_ bytes: [UInt8]) -> Bool {
    let words = String(decoding: bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
    do {
      let command = try Commands.named(words[0])
      let arguments = try ArgumentParser.parse(
        words.dropFirst(),
        for: command.specification
      )
      for option in command.specification.options {
        _ = arguments.value(option.name)
      }
      if command.specification.name == "train" {
        let options = RunOptions(
          seed: arguments.seed,
          on: board,
          recipe: TrainOptions.recipe(PolicyGradient.Recipe.self, arguments)
        )
        precondition(options.command.hasPrefix("noughts train"), "no command")
      }
      return true
    } catch {
      let message = Failure(error, command: words[0]).message
      precondition(!message.contains("\n"), "a message of two lines")
      return false
    }
  }
}
