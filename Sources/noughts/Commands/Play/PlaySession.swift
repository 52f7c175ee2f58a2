import Players
import TicTacToe

/// A person and a policy at one board.
struct PlaySession {
  var teaching: Teaching
  let you: Mark
  let isPlain: Bool
  let console: Console
  var rng: SeededGenerator

  var moves: [Square] = []

  /// What the person did in this game, last first to be undone.
  var history: [Undoable] = []

  /// A move or a mark, and the game as it stood before.
  struct Undoable {
    let moves: [Square]
    let isMark: Bool
  }

  private var unusable = 0

  /// How many moves were on the board when it was last shown.
  var shown: Int?

  /// Lines in a row that say nothing, after which input off a terminal is
  /// taken for noise.
  private static let patience = 100

  init(
    teaching: Teaching,
    you: Mark,
    isPlain: Bool,
    seed: UInt64,
    console: Console
  ) {
    self.teaching = teaching
    self.you = you
    self.isPlain = isPlain
    self.console = console
    rng = SeededGenerator(seed: seed)
  }

  var policy: any Policy { teaching.policy }

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
      switch try console.ask(prompt) {
      case .end: return .success
      case .interrupted: return .interrupted
      case .tooLong: try complain("that line is too long")
      case .line(let line):
        guard let command = PlayCommand(line) else {
          try complain(
            "expected 1-9, a1-c3, center, hint, undo, bad, new or quit"
          )
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
      ? "your move [1-9, a1, center, hint, undo, bad, ?]: "
      : "[new, undo, bad, quit]: "
  }

  private mutating func perform(_ command: PlayCommand) throws {
    switch command {
    case .move(let square): try place(square)
    case .hint: try hint()
    case .undo: try undo()
    case .bad(let square): try mark(square)
    case .new:
      moves = []
      history = []
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
    history.append(Undoable(moves: moves, isMark: false))
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
    guard let last = history.last else {
      return try complain("you have made no move yet")
    }
    if last.isMark {
      do { try teaching.unmark() } catch {
        let reason = Failure(error, command: nil).message
        return try console.print("Not taken back: \(reason).")
      }
    }
    history.removeLast()
    moves = last.moves
    shown = nil
    try console.print(
      last.isMark
        ? "The correction is taken back." : "Your last move is taken back."
    )
  }

  private func help() throws {
    try console.print(
      """
      1-9 as on a numpad, a1-c3, center, top left: play there
      hint: the best moves, exactly · undo: take your last move back
      bad, bad 3: the policy's last move, or the one at 3, was a mistake: it is
      corrected, and moves again; undo takes that back
      new: another game · quit: leave · ?: this list
      """
    )
  }

  mutating func complain(_ text: String) throws {
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
