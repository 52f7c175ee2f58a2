import Checkpoints
import Evaluation
import Files
import Players
import TicTacToe
import Training

/// The names by which a command takes a policy.
enum PolicyOperand {
  /// The names that are always known.
  static let words = UniformPolicy.Name.allCases.map(\.rawValue)

  /// The folder whose policies are known by the names of their files.
  static let folder = "Policies"

  private static let levelPrefix = "level:"

  /// The names that are always known, and the levels.
  private static let known =
    words + Level.allCases.map { levelPrefix + $0.rawValue }

  static let help =
    "A JSON file, a run folder, a name under \(folder)/, or one of "
    + known.joined(separator: ", ") + "."

  /// The policy of a name. If a run's newest file is damaged, warns and takes
  /// the one before it.
  ///
  /// - Throws: `Failure` 66 with the nearest names if no policy has that name,
  ///   65 if its file is damaged or for another board.
  static func policy(
    named name: String, on board: Board, _ console: Console
  ) throws -> any Policy {
    if let known = UniformPolicy.Name.named(name) {
      return UniformPolicy(known, on: board)
    }
    if name.begins(with: levelPrefix),
      let level = Level.allCases.first(where: {
        name.isSame(as: levelPrefix + $0.rawValue)
      })
    {
      return level.policy(on: board)
    }
    for path in [name, "\(folder)/\(name).json"] {
      do { return try file(path, on: board) } catch let error as FileError {
        guard error.isMissing || error.reason == .notRegular else {
          throw error
        }
        if error.reason == .notRegular, path.isSame(as: name) {
          return try run(name, on: board, console)
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

  /// The board of the policy of a name; nil for a policy of any board, and if
  /// there is no such policy.
  static func rules(of name: String) -> Rules? {
    for path in [name, "\(folder)/\(name).json"] {
      if let file = try? PolicyFile.read(path) {
        return file.policy.encoding.rules
      }
    }
    return RunFolder.rules(at: name)
  }

  private static func file(
    _ path: String, on board: Board
  ) throws -> NetworkPolicy {
    let policy: NetworkPolicy
    do { policy = try PolicyFile.read(path).policy } catch {
      throw Failure.naming(path, error)
    }
    return try checked(policy, path, on: board)
  }

  private static func checked(
    _ policy: NetworkPolicy, _ path: String, on board: Board
  ) throws -> NetworkPolicy {
    guard policy.encoding.rules == board.rules else {
      throw Failure(
        .badData,
        "\(path): a policy for \(policy.encoding.rules.name), expected one for "
          + board.rules.name,
        hint: "A policy plays on its own board only."
      )
    }
    return policy
  }

  private static func run(
    _ path: String, on board: Board, _ console: Console
  ) throws -> any Policy {
    let (policy, damaged) = try RunFolder(path, on: board).policy()
    console.warn(passingOver: damaged)
    return try checked(policy, path, on: board)
  }

  /// Every possible name, the shorter ones first.
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
  /// The policy as a player, a network at a temperature.
  func seated(atTemperature temperature: Double = 0) -> any Policy {
    guard let network = self as? NetworkPolicy else { return self }
    return TemperedPolicy(network, temperature: Float(temperature))
  }

  /// The policy whose probabilities are shown for this player: its own, but the
  /// network's for a greedy network, whose own are 0 and 1.
  var shown: any Policy {
    guard let player = self as? TemperedPolicy, player.temperature == 0 else {
      return self
    }
    return player.network
  }
}

extension String {
  fileprivate var lowercasingFirst: String {
    prefix(1).lowercased() + dropFirst()
  }
}
