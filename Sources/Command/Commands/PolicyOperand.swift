import Checkpoints
import Evaluation
import Files
import Players
import TicTacToe
import Training

/// What a person may name where a command takes a policy.
enum PolicyOperand {
  /// The names that are always known.
  static let words = UniformPolicy.all.map(\.name)

  /// Where a policy is known by the name of its file.
  static let folder = "Policies"

  /// How the names of levels begin.
  private static let levelPrefix = "level:"

  /// The names that are always known, and the levels, which `play` has an
  /// option for.
  private static let known =
    words + Level.allCases.map { levelPrefix + $0.rawValue }

  /// The help of such an operand.
  static let help =
    "A JSON file, a run folder, a name under \(folder)/, or one of "
    + known.joined(separator: ", ") + "."

  /// The policy of a name.
  ///
  /// Throws `Failure` 66 with the nearest names if there is none, 65 if its
  /// file is damaged or for another board. Where a run's newest file is
  /// damaged, warns and takes the one before it.
  static func policy(
    named name: String,
    _ console: Console
  ) throws -> any Policy {
    if let known = UniformPolicy.all.first(where: { $0.name == name }) {
      return known
    }
    if name.hasPrefix(levelPrefix),
      let level = Level(rawValue: String(name.dropFirst(levelPrefix.count)))
    {
      return level.policy
    }
    for path in [name, "\(folder)/\(name).json"] {
      do { return try file(path) } catch let error as FileError {
        guard error.isMissing || error.reason == .notRegular else {
          throw error
        }
        if error.reason == .notRegular, path == name {
          return try run(name, console)
        }
      }
    }
    let near = Nearest.names(to: name, among: candidates, limit: 3)
    throw Failure(
      .missingInput,
      "no policy \(quoted(name)): expected \(help.lowercasingFirst)",
      hint: near.isEmpty
        ? "Here: " + candidates.prefix(8).joined(separator: ", ")
        : "Nearest: " + near.joined(separator: ", ")
    )
  }

  private static func file(_ path: String) throws -> NetworkPolicy {
    let policy: NetworkPolicy
    do { policy = try PolicyFile.read(path).policy } catch {
      throw Failure.naming(path, error)
    }
    return try checked(policy, path)
  }

  private static func checked(
    _ policy: NetworkPolicy,
    _ path: String
  ) throws -> NetworkPolicy {
    guard policy.encoding.rules == .ticTacToe else {
      throw Failure(
        .badData,
        "\(path): rules of another board, expected 3×3, 3 in a row"
      )
    }
    return policy
  }

  private static func run(
    _ path: String,
    _ console: Console
  ) throws -> any Policy {
    let (policy, damaged) = try RunFolder(path).policy()
    console.warn(passingOver: damaged)
    return try checked(policy, path)
  }

  /// Every name that could have been meant, the shorter ones first.
  private static var candidates: [String] {
    let files = ((try? Folder(folder).names()) ?? [])
      .filter { $0.hasSuffix(".json") }
    let runs = (try? Folder("runs").names()) ?? []
    return words + files.map { String($0.dropLast(5)) }
      + runs.map { "runs/\($0)" } + known.dropFirst(words.count)
      + files.map { "\(folder)/\($0)" }
  }
}

extension Policy {
  /// The policy, if it is a network with another temperature.
  func drawing(atTemperature temperature: Double) -> any Policy {
    guard var network = self as? NetworkPolicy else { return self }
    network.temperature = Float(temperature)
    return network
  }
}

extension String {
  fileprivate var lowercasingFirst: String {
    prefix(1).lowercased() + dropFirst()
  }
}
