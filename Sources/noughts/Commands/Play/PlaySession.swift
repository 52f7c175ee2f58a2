import Players
import TicTacToe

/// A person and a policy at one board.
struct PlaySession {
  let policy: any Policy
  let you: Mark
  let isPlain: Bool
  let console: Console
  var rng: SeededGenerator

  private var moves: [Square] = []
  private var unusable = 0

  /// How many moves were on the board when it was last shown.
  private var shown: Int?

  /// Lines in a row that say nothing, after which input off a terminal is
  /// taken for noise.
  private static let patience = 100

  init(
    policy: any Policy,
    you: Mark,
    isPlain: Bool,
    seed: UInt64,
    console: Console
  ) {
    self.policy = policy
    self.you = you
    self.isPlain = isPlain
    self.console = console
    rng = SeededGenerator(seed: seed)
  }

  private var position: Position {
    moves.reduce(Position()) { $0.playing($1) }
  }

  /// Plays until the game or the input is over.
  mutating func play() throws -> ExitCode {
    if !isPlain {
      try console.print(
        "\(policy.name)    you are \(you.rawValue)     ? for commands"
      )
    }
    while true {
      try answer()
      if shown != moves.count {
        shown = moves.count
        if !isPlain { try show() }
        if position.outcome != nil { try conclude() }
      }
      if position.outcome != nil, !console.capabilities.inputIsTerminal {
        return .success
      }
      switch try console.ask(prompt) {
      case .end: return .success
      case .interrupted: return .interrupted
      case .tooLong: try complain("that line is too long")
      case .line(let line):
        guard let command = PlayCommand(line) else {
          try complain("expected 1-9, a1-c3, center, hint, undo, new or quit")
          break
        }
        unusable = 0
        if command == .quit { return .success }
        try perform(command)
      }
      if unusable >= PlaySession.patience,
        !console.capabilities.inputIsTerminal
      {
        console.note("\(unusable) lines in a row say nothing; leaving")
        return .success
      }
    }
  }

  private var prompt: String {
    position.outcome == nil
      ? "your move [1-9, a1, center, hint, undo, ?]: "
      : "[new, undo, quit]: "
  }

  private mutating func perform(_ command: PlayCommand) throws {
    switch command {
    case .move(let square): try place(square)
    case .hint: try hint()
    case .undo: try undo()
    case .new:
      moves = []
      shown = nil
      try console.print("A new game.")
    case .help: try help()
    case .quit: break
    }
  }

  private mutating func place(_ square: Square) throws {
    guard position.outcome == nil else {
      return try complain("the game is over; new, undo or quit")
    }
    var next = position
    let name = next.rules.name(of: square)
    do { try next.play(square) } catch {
      switch error {
      case .taken: try complain("\(name) is taken")
      case .gameOver: try complain("the game is over; new or quit")
      case .offTheBoard: try complain("the board has no such square")
      }
      return
    }
    moves.append(square)
    if isPlain {
      try console.print("\(you.rawValue) plays \(spoken(square)).")
    }
  }

  /// The policy moves if it is its turn.
  private mutating func answer() throws {
    let position = position
    guard position.outcome == nil, position.sideToMove != you else { return }
    var player = policy
    guard let move = player.move(in: position, using: &rng) else {
      preconditionFailure("\(policy.name) has no move in \(position.text)")
    }
    moves.append(move)
    let side = position.sideToMove.rawValue
    let next = self.position
    let threats = next.legalMoves.filter {
      next.playing($0).outcome == .win(you)
    }
    var text = "\(side) plays \(spoken(move))."
    if isPlain, next.outcome == nil, let threat = threats.first {
      text += " You can win at \(spoken(threat))."
    }
    try console.print(text)
  }

  private func spoken(_ square: Square) -> String {
    square.index == 4 ? "center" : position.rules.name(of: square)
  }

  private func show() throws {
    let view = BoardView(position: position, policy: policy, console: console)
    for line in view.lines { try console.print(line) }
  }

  private func hint() throws {
    let position = position
    guard position.outcome == nil else {
      return try console.print("The game is over.")
    }
    let best = Exactly.bestMoves(in: position)
    let value = best.first.flatMap { Exactly.value(of: $0, in: position) } ?? 0
    let words = ["every move loses", "draws", "wins"]
    let names = best.map(spoken).joined(separator: ", ")
    try console.print("Best, exactly: \(names) (\(words[value + 1])).")
  }

  private mutating func undo() throws {
    guard let last = moves.indices.last(where: { ($0 % 2 == 0) == (you == .x) })
    else { return try complain("you have made no move yet") }
    moves.removeSubrange(last...)
    shown = nil
    try console.print("Your last move is taken back.")
  }

  private func help() throws {
    try console.print(
      """
      1-9 as on a numpad, a1-c3, center, top left: play there
      hint: the best moves, exactly · undo: take your last move back
      new: another game · quit: leave · ?: this list
      """
    )
  }

  private mutating func complain(_ text: String) throws {
    unusable += 1
    try console.print("Not a move: \(text).")
  }

  private func conclude() throws {
    switch position.outcome {
    case .win(let mark):
      try console.print(
        mark == you ? "You win as \(mark.rawValue)." : "\(mark.rawValue) wins."
      )
    default: try console.print("It is a draw.")
    }
    for line in Review.lines(of: moves, you: you) { try console.print(line) }
  }
}
