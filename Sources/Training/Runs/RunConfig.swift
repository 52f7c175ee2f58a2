internal import Checkpoints
internal import TicTacToe

/// The options and the command of a run: `config.json`.
struct RunConfig {
  var options: RunOptions

  /// The normal form of the command, as the program that started the run wrote
  /// it.
  var command: String

  init(_ options: RunOptions) {
    self.options = options
    command = options.command
  }

  init(bytes: [UInt8], on board: Board) throws(JSONError) {
    let object = try JSONField(SealedDocument.open(bytes)).object()
    _ = try object.member("format").choice(["noughts.run"])
    _ = try object.member("version").int(in: 1...1)
    try object.check(
      keys: ["format", "version", "program", "command", "options"]
    )
    options = try RunOptions(object.member("options"), on: board)
    command = try object.member("command").string()
  }

  /// The board of the run that a file is about.
  static func rules(bytes: [UInt8]) throws(JSONError) -> Rules {
    let object = try JSONField(SealedDocument.open(bytes)).object()
    return try RunOptions.rules(of: object.member("options").object())
  }

  /// The bytes of a file, which names the version of the program.
  func bytes(version: String) -> [UInt8] {
    SealedDocument.seal([
      .init(key: "format", value: JSON("noughts.run")),
      .init(key: "version", value: JSON(1)),
      .init(key: "program", value: JSON(version)),
      .init(key: "command", value: JSON(command)),
      .init(key: "options", value: options.json),
    ])
  }

  /// Checks that a policy comes from this run.
  func check(_ provenance: Provenance?) throws(JSONError) {
    // The normal form may differ between versions of the program.
    let expected = [command, options.command]
    guard let provenance,
      expected.contains(where: provenance.command.isSame)
    else {
      throw .mismatch(
        path: "provenance", expected: "\(command), as config.json says",
        found: provenance?.command ?? "nothing"
      )
    }
  }
}
