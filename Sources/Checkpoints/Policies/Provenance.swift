/// The origin of a policy.
public struct Provenance: Hashable, Sendable {
  /// The command that makes it again, in normal form.
  public var command: String

  public var method: String
  public var seed: UInt64
  public var effort: Effort
  public var version: String

  public enum Effort: Hashable, Sendable {
    case games(Int)
    case steps(Int)

    public var count: Int {
      switch self {
      case .games(let count), .steps(let count): count
      }
    }

    package var member: JSON.Member {
      switch self {
      case .games(let count): .init(key: "games", value: JSON(count))
      case .steps(let count): .init(key: "steps", value: JSON(count))
      }
    }
  }

  public init(
    command: String, method: String, seed: UInt64, effort: Effort,
    version: String
  ) {
    self.command = command
    self.method = method
    self.seed = seed
    self.effort = effort
    self.version = version
  }

  init(_ field: JSONField) throws(JSONError) {
    let object = try field.object(
      keys: ["command", "method", "seed", "games", "steps", "version"]
    )
    command = try object.member("command").string()
    method = try object.member("method").string()
    seed = try object.member("seed").uint64()
    if let steps = object.optional("steps") {
      guard object.optional("games") == nil else {
        throw steps.mismatch("either games or steps")
      }
      effort = .steps(try steps.int(in: 0...Int.max))
    } else {
      effort = .games(try object.member("games").int(in: 0...Int.max))
    }
    version = try object.member("version").string()
  }

  var json: JSON {
    [
      "command": JSON(command), "method": JSON(method), "seed": JSON(seed),
      effort.member.key: effort.member.value, "version": JSON(version),
    ]
  }
}
