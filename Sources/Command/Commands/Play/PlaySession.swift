import Players
import TicTacToe

/// People and policies at one board, until the game or the input is over.
struct PlaySession {
  var teaching: Teaching
  var seats: Seats
  let isPlain: Bool
  let console: Console
  let log: GameLog?
  var rng: SeededGenerator

  var moves: [Square] = []

  /// The marks of this game, last first to be undone.
  var marks: [Marking] = []

  /// A mark, the game as it stood before, and how much of it was kept.
  struct Marking {
    let moves: [Square]
    let kept: Int
  }

  /// Whether the board shows what the policy thinks and what is exactly true.
  var showsAdvice = true

  /// The moves on the board when it was last shown.
  var shown: [Square]?

  /// Whether this game goes into the log when it is over: not one that was
  /// loaded, not one whose seats changed, and none twice.
  var isLogged = true

  private var unusable = 0

  /// Lines in a row that say nothing, after which input off a terminal is
  /// taken for noise.
  private static let patience = 100

  init(
    teaching: Teaching,
    seats: Seats,
    isPlain: Bool = false,
    log: GameLog? = nil,
    seed: UInt64 = 1,
    console: Console
  ) {
    self.teaching = teaching
    self.seats = seats
    self.isPlain = isPlain
    self.console = console
    self.log = log
    rng = SeededGenerator(seed: seed)
  }

  var policy: any Policy { teaching.policy }

  var position: Position {
    moves.reduce(Position()) { $0.playing($1) }
  }

  /// Plays until the person leaves, the input ends or a signal comes.
  mutating func play() throws -> ExitCode {
    if !isPlain {
      try console.print("\(seats.title(of: policy))     ? for commands")
    }
    try tellTally()
    while true {
      if movesByItself { try answer() }
      if shown != moves {
        shown = moves
        if !isPlain { try show() }
        if let outcome = position.outcome { try conclude(outcome) }
      }
      if movesByItself, Interrupts.pending == nil { continue }
      switch try console.ask(prompt) {
      case .end: return .success
      case .interrupted: return Interrupts.pending?.exitCode ?? .interrupted
      case .tooLong: try complain("that line is too long")
      case .line(let line):
        guard let command = PlayCommand(line) else {
          try complain(PlaySession.suggestion(for: line))
          break
        }
        if command != .next { unusable = 0 }
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

  /// Whether a policy moves now without being asked: where both are policies
  /// only off a terminal, for on one a person watches.
  private var movesByItself: Bool {
    guard position.outcome == nil else { return false }
    if case .policies = seats { return !console.capabilities.inputIsTerminal }
    return !seats.isPerson(position.sideToMove)
  }

  /// What is asked, with the likeliest answers where there is room for them.
  private var prompt: String {
    let text = question
    let isWide = text.count + 8 <= console.capabilities.width
    return isWide ? text : text.prefix { $0 != "[" } + "[?]: "
  }

  private var question: String {
    if position.outcome != nil { return "[new, undo, save, quit, ?]: " }
    return switch seats {
    case .person: "your move [1-9, a1, center, hint, undo, ?]: "
    case .people:
      "\(position.sideToMove.rawValue) to move [1-9, a1, center, undo, ?]: "
    case .policies: "[Enter for the next move, analyze, undo, ?]: "
    }
  }

  private mutating func perform(_ command: PlayCommand) throws {
    switch command {
    case .move(let square): try place(square)
    case .next: try goOn()
    case .hint: try hint()
    case .analyze: try analyze()
    case .heat: try toggleAdvice()
    case .undo: try undo()
    case .bad(let square): try mark(square)
    case .swap: try swap()
    case .save(let path): try save(path)
    case .load(let path): try load(path)
    case .new: try startAnew()
    case .help: try help()
    case .quit: break
    }
  }

  /// Says that a line was of no use.
  mutating func complain(_ text: String) throws {
    unusable += 1
    try console.print("Not a move: \(text).")
  }

  private static func suggestion(for line: String) -> String {
    let word = line.split(separator: " ").first.map(String.init) ?? ""
    guard let near = Nearest.name(to: word, among: PlayCommand.words) else {
      return "expected 1-9, a1-c3, center or a command; ? lists them"
    }
    return "did you mean \(near)?; ? lists the commands"
  }
}
