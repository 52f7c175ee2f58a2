public import Players
public import TicTacToe

/// A policy that speaks the Universal Chess Interface, variant `tictactoe`: one
/// line in, the lines of the answer out.
///
/// As the protocol of Kahlen & Meyer-Kahlen (2000) asks, lines that make no
/// sense are ignored, and a position that cannot be set leaves the one before.
public struct UCIEngine: Sendable {
  /// The position to move in.
  public private(set) var position = Position(rules: TicTacToeVariant.rules)

  private let version: String
  private let named: any Policy
  private let levels: [String]
  private let level: @Sendable (String) -> any Policy
  private var player: any Policy
  private var temperature: Float = 0
  private var rng: SeededGenerator

  /// Puts a policy behind the protocol; `level` makes one of the `levels` when
  /// it is chosen.
  public init(
    policy: any Policy, levels: [String], version: String, seed: UInt64,
    level: @escaping @Sendable (_ name: String) -> any Policy
  ) {
    named = policy
    player = policy
    self.levels = levels
    self.level = level
    self.version = version
    rng = SeededGenerator(seed: seed)
  }

  /// The answer to a line; nil after `quit`.
  public mutating func answer(_ line: String) -> [String]? {
    let words = line.words(between: " \t").map { ByteText($0) }
    switch words.first {
    case "quit": return nil
    case "uci": return introduction
    case "isready": return ["readyok"]
    case "ucinewgame": position = Position(rules: TicTacToeVariant.rules)
    case "setoption": setOption(words)
    case "position": setPosition(Array(words.dropFirst()))
    case "go": return move()
    case "d": return [position.text, "Fen: \(position.fen)"]
    default: break
    }
    return []
  }

  private var introduction: [String] {
    let names = [named.name] + levels
    return [
      "id name Noughts \(version)", "id author the Noughts contributors",
      "option name UCI_Variant type combo default tictactoe var tictactoe",
      "option name Level type combo default \(named.name)"
        + names.map { " var \($0)" }.joined(),
      "option name Temperature type spin default 0 min 0 max 1000",
      "uciok",
    ]
  }

  /// `setoption name NAME value VALUE`; the temperature is in hundredths.
  private mutating func setOption(_ words: [ByteText]) {
    guard words.count == 5, words[1] == "name", words[3] == "value" else {
      return
    }
    let value = words[4]
    switch ByteText(words[2].text.lowercased()) {
    case "level":
      if value == ByteText(named.name) {
        player = named
      } else if levels.contains(where: value.text.isSame) {
        player = level(value.text)
      }
    case "temperature":
      if let hundredths = Int(value.text), (0...1000).contains(hundredths) {
        temperature = Float(hundredths) / 100
      }
    default: break
    }
  }

  /// `startpos` or `fen …`, then `moves …`: all of it or nothing.
  private mutating func setPosition(_ words: [ByteText]) {
    let parts = words.split(
      separator: "moves", maxSplits: 1, omittingEmptySubsequences: false
    )
    guard let start = parts.first, let kind = start.first else { return }
    var next: Position
    switch kind {
    case "startpos": next = Position(rules: TicTacToeVariant.rules)
    case "fen":
      let fen = start.dropFirst().map(\.text).joined(separator: " ")
      guard let position = Position(fen: fen) else { return }
      next = position
    default: return
    }
    for word in parts.count > 1 ? parts[1] : [] {
      guard let square = UCIMove.square(word.text) else { return }
      do { try next.play(square) } catch { return }
    }
    position = next
  }

  /// The player, a network at the temperature.
  private var seated: any Policy {
    guard let network = player as? NetworkPolicy else { return player }
    return TemperedPolicy(network, temperature: temperature)
  }

  /// A move, and the probabilities that it was drawn from.
  private mutating func move() -> [String] {
    var player = seated
    guard let square = player.move(in: position, using: &rng) else {
      return ["bestmove (none)"]
    }
    let shares = player.probabilities(in: position)
    let words = position.legalMoves.map { move in
      let share = Int((1000 * shares[move.index]).rounded())
      let tenths = "\(share / 10).\(share % 10)%"
      return "\(UCIMove.text(move)) \(tenths)"
    }
    return [
      "info depth 1 nodes 1 pv \(UCIMove.text(square))",
      "info string " + words.joined(separator: " "),
      "bestmove \(UCIMove.text(square))",
    ]
  }
}

/// A move as the variant writes it: `P@b2`.
enum UCIMove {
  static func text(_ square: Square) -> String {
    "P@\(TicTacToeVariant.rules.name(of: square))"
  }

  /// The square of a move, nil for another text. The piece may be `P` or `p`.
  static func square(_ text: String) -> Square? {
    guard text.begins(with: "P@") || text.begins(with: "p@") else { return nil }
    let name = String(text.unicodeScalars.dropFirst(2))
    return try? TicTacToeVariant.rules.square(named: name)
  }
}
