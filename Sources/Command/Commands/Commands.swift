/// Every command, in the order in which help lists them.
package enum Commands {
  package static let version = "0.1.0"

  package static let all: [Command] = [
    .train, .play, .evaluate, .tournament, .study, .show, .engine, .bench,
    .help, .completions,
  ]

  package static var specifications: [CommandSpecification] {
    all.map(\.specification)
  }

  /// The command called `name`.
  package static func named(
    _ name: String
  ) throws(UsageError) -> Command {
    guard let command = all.first(where: { $0.specification.name == name })
    else {
      throw .unknownCommand(name, among: specifications.map(\.name))
    }
    return command
  }
}
