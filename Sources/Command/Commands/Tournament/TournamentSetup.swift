import Files
import Players
import TicTacToe
import Tournament
import Training

/// The players and the mode of a tournament, from the command line.
struct TournamentSetup {
  /// A player, with its checkpoint if it comes from a run.
  struct Player {
    let participant: Participant

    /// The run, and the games or steps it had learned from.
    let origin: (run: String, done: Int)?
  }

  let players: [Player]
  private let arguments: Arguments
  private let board: Board

  init(_ arguments: Arguments, on board: Board, _ console: Console) throws {
    var seen: [ByteText: Int] = [:]
    var players: [Player] = []
    func unique(_ text: String) -> String {
      let name = printable(text)
      let key = ByteText(name)
      seen[key, default: 0] += 1
      let count = seen[key] ?? 1
      return count > 1 ? "\(name)#\(count)" : name
    }
    for operand in arguments.operands {
      if EngineOperand.isOne(operand) {
        let engine = try EngineOperand(
          operand, secondsPerMove: arguments.decimal("move-time")
        )
        try engine.check()
        let participant = Participant(unique(engine.name), external: engine)
        players.append(Player(participant: participant, origin: nil))
        continue
      }
      let policies = try Self.policies(named: operand, on: board, console)
      for (name, policy, origin) in policies {
        let participant = Participant(
          unique(name),
          policy.seated(atTemperature: arguments.decimal("temperature")),
          on: board
        )
        players.append(Player(participant: participant, origin: origin))
      }
    }
    guard players.count > 1 else {
      throw Failure(
        .usage,
        "one player alone, \(quoted(players[0].participant.name)); expected two "
          + "policies or more, or a run of several checkpoints"
      )
    }
    if arguments.isGiven("svg"), players.allSatisfy({ $0.origin == nil }) {
      throw Failure(
        .usage, "--svg: no POLICY is a run, expected one to draw over training"
      )
    }
    if board.scope == .search, !arguments.isGiven("sample") {
      throw Failure(
        .usage,
        "results on \(board.rules.name) are not exact; expected --sample N"
      )
    }
    if board.scope != .graph,
      let engine = players.first(where: { $0.participant.isExternal })
    {
      throw Failure(
        .usage,
        "\(engine.participant.name) plays 3×3 only, expected policies for "
          + board.rules.name
      )
    }
    self.players = players
    self.arguments = arguments
    self.board = board
  }

  /// The policies of an operand; a run stands for all its checkpoints.
  private static func policies(
    named name: String, on board: Board, _ console: Console
  ) throws -> [(String, any Policy, (run: String, done: Int)?)] {
    let short = shortName(name)
    let isBuiltIn = UniformPolicy.Name.named(name) != nil
    if !isBuiltIn, (try? Folder(name).names()) != nil {
      let policies = try RunFolder(name, on: board).policies()
      if !policies.isEmpty {
        return policies.map {
          ("\(short)@\($0.done)", $0.policy, (run: name, done: $0.done))
        }
      }
    }
    return [
      (short, try PolicyOperand.policy(named: name, on: board, console), nil)
    ]
  }

  /// The last component of a path, without `.json`.
  static func shortName(_ path: String) -> String {
    let parts = path.unicodeScalars.split(separator: "/")
    let last = parts.last.map { String($0) } ?? path
    let isFile = last.utf8.suffix(5).elementsEqual(".json".utf8)
    return isFile && last.utf8.count > 5
      ? String(last.unicodeScalars.dropLast(5)) : last
  }

  /// The tournament of sampled games, if one was asked for.
  var sampled: SampledTournament? {
    get throws {
      guard let games = arguments.integerIfGiven("sample") else { return nil }
      return SampledTournament(
        of: players.map(\.participant), from: try book, gamesPerMatch: games,
        seed: arguments.seed, on: board
      )
    }
  }

  private var book: OpeningBook {
    get throws {
      let text = arguments.textIfGiven("openings") ?? "2"
      if text.isSame(as: "none") { return OpeningBook(plies: 0, on: board) }
      if let plies = Int(text), 1...3 ~= plies {
        return OpeningBook(plies: plies, on: board)
      }
      do {
        let bytes = try DurableFile(text).read(limit: 1 << 20)
        return try OpeningBook(
          String(decoding: bytes, as: UTF8.self), rules: board.rules
        )
      } catch let damage as OpeningBook.Damage {
        let place = damage.line > 0 ? "\(text): line \(damage.line)" : text
        throw Failure(.badData, "\(place): \(damage.reason)")
      } catch let error as FileError where error.isMissing {
        throw Failure(
          .missingInput,
          "--openings: no file \(quoted(text)); expected none, 1, 2, 3 or FILE"
        )
      }
    }
  }

  /// Refuses options that do not go together.
  static func check(_ arguments: Arguments) throws {
    if arguments.flag("gate") {
      for option in ["sample", "svg", "temperature"]
      where arguments.isGiven(option) {
        throw UsageError.incompatible(
          "gate", option,
          reason: "a gate is exact, of greedy play, and prints one line"
        )
      }
      guard arguments.operands.count == 2 else {
        throw Failure(
          .usage,
          "--gate: \(arguments.operands.count) policies, expected CANDIDATE "
            + "CHAMPION"
        )
      }
    }
    _ = try arguments.picturePath("svg")
    let engine = arguments.operands.first(where: EngineOperand.isOne)
    if arguments.isGiven("move-time"), engine == nil {
      throw Failure(
        .usage,
        "--move-time: no POLICY is an external engine, expected uci:COMMAND"
      )
    }
    guard let games = arguments.integerIfGiven("sample") else {
      if let engine {
        throw Failure(
          .usage,
          "\(quoted(engine)): an external engine has no exact results; expected "
            + (arguments.flag("gate")
              ? "a policy before --gate" : "--sample N")
        )
      }
      for option in ["openings", "out", "jobs", "seed"]
      where arguments.isGiven(option) {
        throw Failure(
          .usage, "--\(option): it needs --sample N; exact results take none"
        )
      }
      return
    }
    guard games.isMultiple(of: 2) else {
      throw Failure(
        .usage,
        "--sample: \(games) is odd; games come in pairs with colors swapped"
      )
    }
  }
}
