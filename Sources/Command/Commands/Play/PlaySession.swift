import Files
import Numbers
import Players
import TicTacToe
import Training

/// People and policies at one board, until the game or the input is over.
struct PlaySession {
  private var corrections: CorrectionSession
  private var seats: Seats
  private let isPlain: Bool
  private let console: Console
  private let log: GameLog?
  private let oracle: Oracle
  private var rng: SeededGenerator

  private var moves: [Square] = [] {
    didSet { position = rules.position(after: moves) }
  }

  private var position: Position

  /// This game before each correction, and the number of its moves kept.
  private var undoStack: [(moves: [Square], kept: Int)] = []

  /// The index of the move that the line before called bad though it is no
  /// mistake; called so again at once, it is marked.
  private var doubted: Int?

  /// Whether the board shows the policy's probabilities and the exact results.
  private var showsAdvice = true

  /// The moves on the board when it was last shown.
  private var shown: [Square]?

  /// Whether this game goes into the log when it is over: not if it was loaded
  /// or its seats changed, and only once.
  private var isLogged = true

  /// The lines in a row that were no command.
  private var unusable = 0

  /// The most such lines before input off a terminal is taken for noise.
  private static let patience = 100

  init(
    on board: Board, corrections: CorrectionSession, seats: Seats,
    isPlain: Bool = false, log: GameLog? = nil, seed: UInt64 = 1,
    console: Console
  ) {
    oracle = Oracle(board: board)
    position = Position(rules: board.rules)
    self.corrections = corrections
    self.seats = seats
    self.isPlain = isPlain
    self.console = console
    self.log = log
    rng = SeededGenerator(seed: seed)
  }

  var policy: any Policy { corrections.policy }

  private var rules: Rules { oracle.board.rules }

  /// Plays until the person leaves, the input ends or a signal comes.
  mutating func play() throws -> ExitCode {
    if !isPlain {
      try console.print("\(seats.title(of: policy))     ? for commands")
    }
    try printTally()
    while true {
      if movesByItself { try answer() }
      if shown != moves {
        shown = moves
        if !isPlain { try show() }
        if let outcome = position.outcome { try conclude(outcome) }
      }
      if movesByItself, Interrupts.pending == nil { continue }
      // For one line only, whatever that holds.
      let confirmable = doubted.take()
      let prompt = seats.prompt(in: position, width: console.capabilities.width)
      switch try console.ask(prompt) {
      case .end: return .success
      case .interrupted: return Interrupts.pending?.exitCode ?? .interrupted
      case .tooLong: try complain("that line is too long")
      case .line(let line):
        guard let command = PlayCommand(line, rules) else {
          try complain(PlayCommand.suggestion(for: line, rules))
          break
        }
        if command != .next { unusable = 0 }
        if command == .quit { return .success }
        try perform(command, confirmable: confirmable)
      }
      if unusable >= PlaySession.patience,
        !console.capabilities.inputIsTerminal
      {
        console.note("\(unusable) lines in a row are no commands; leaving")
        return .success
      }
    }
  }

  /// Whether a policy moves now without being asked. Two policies do so off a
  /// terminal only; on one a person watches each move.
  private var movesByItself: Bool {
    guard position.outcome == nil else { return false }
    if case .policies = seats { return !console.capabilities.inputIsTerminal }
    return !seats.isPerson(position.sideToMove)
  }

  private mutating func perform(
    _ command: PlayCommand, confirmable: Int?
  ) throws {
    switch command {
    case .move(let square): try place(square)
    case .next: try goOn()
    case .hint: try hint()
    case .analyze: try analyze()
    case .heat: try toggleAdvice()
    case .undo: try undo()
    case .bad(let square): try correct(square, confirmable: confirmable)
    case .swap: try swap()
    case .save(let path): try save(path)
    case .load(let path): try load(path)
    case .new: try startAnew()
    case .help: try console.print(seats.help(on: rules).joined(separator: "\n"))
    case .quit: break
    }
  }

  private mutating func complain(_ text: String) throws {
    unusable += 1
    try console.print("Not a move: \(text).")
  }

  // MARK: Moves

  private mutating func place(_ square: Square) throws {
    let side = position.sideToMove
    guard position.outcome == nil else {
      return try complain("the game is over; new, undo or quit")
    }
    guard seats.isPerson(side) else {
      return try complain("you only watch; Enter goes on")
    }
    guard position.legalMoves.contains(square) else {
      return try complain("\(name(square)) is taken")
    }
    moves.append(square)
    if isPlain {
      try console.print("\(side.rawValue) plays \(spoken(square))." + threat)
    }
  }

  /// An empty line: the next move of two policies.
  private mutating func goOn() throws {
    guard case .policies = seats else {
      return try complain("an empty line; ? lists the commands")
    }
    guard position.outcome == nil else {
      return try complain("the game is over; new, undo or quit")
    }
    try answer()
  }

  /// The policy whose turn it is moves.
  private mutating func answer() throws {
    let side = position.sideToMove
    var player = seats.policy(on: side, of: policy)
    guard let move = player.move(in: position, using: &rng) else {
      preconditionFailure("\(player.name) has no move in \(position.text)")
    }
    moves.append(move)
    try console.print("\(side.rawValue) plays \(spoken(move))." + threat)
  }

  /// A warning of the person's win in one, if no board shows it.
  private var threat: String {
    let side = position.sideToMove
    guard isPlain, seats.isPerson(side),
      let square = position.legalMoves.first(where: {
        position.playing($0).outcome == .win(side)
      })
    else { return "" }
    let who = seats.isPerson(side.opponent) ? side.rawValue : "You"
    return " \(who) can win at \(spoken(square))."
  }

  /// Takes back the last move of a person with all that followed, or a
  /// correction that came after it. If nobody plays, takes back the last move.
  private mutating func undo() throws {
    let own = moves.indices.last { index in
      guard case .policies = seats else {
        return seats.isPerson(index.isMultiple(of: 2) ? .x : .o)
      }
      return true
    }
    if let last = undoStack.last, (own ?? -1) < last.kept {
      do { try corrections.undo() } catch {
        let reason = Failure(error, command: nil).message
        return try console.print("Not taken back: \(reason).")
      }
      undoStack.removeLast()
      moves = last.moves
      return try console.print("The correction is taken back.")
    }
    guard let own else { return try complain("there is no move to take back") }
    moves.removeSubrange(own...)
    if case .person = seats {
      try console.print("Your last move is taken back.")
    } else {
      try console.print("The last move is taken back.")
    }
  }

  /// Changes the seats; the game goes on.
  private mutating func swap() throws {
    seats.swap()
    if !moves.isEmpty { isLogged = false }
    switch seats {
    case .person(let you): try console.print("You are \(you.rawValue) now.")
    case .people: try console.print("You both play: change chairs.")
    case .policies: try console.print("\(seats.title(of: policy)) now.")
    }
  }

  private mutating func startAnew() throws {
    begin([])
    isLogged = true
    try console.print("A new game.")
    try printTally()
  }

  private mutating func begin(_ moves: [Square]) {
    self.moves = moves
    undoStack = []
    shown = nil
  }

  /// Prints the outcome and the mistakes, and logs the game if asked.
  private mutating func conclude(_ outcome: Outcome) throws {
    let (seats, policy) = (seats, policy)
    try console.print(seats.verdict(outcome, of: policy))
    let review = Review.lines(of: moves, oracle) {
      seats.note(on: $0, of: policy)
    }
    for line in review { try console.print(line) }
    guard let log, isLogged, case .person(let you) = seats else { return }
    isLogged = false
    do {
      try log.append(moves, you: you, against: policy.name)
    } catch {
      let reason = Failure(error, command: nil).message
      try console.print("Not recorded: \(printable(reason)).")
    }
  }

  // MARK: Corrections

  /// Marks a move of the policy in this game as bad, shows the change, and goes
  /// back to let the policy choose again. No square means its last move.
  ///
  /// Unlearning a move that is no mistake can make a policy beatable that was
  /// not: such a move is marked only if the line before called it bad too.
  private mutating func correct(
    _ square: Square?, confirmable: Int?
  ) throws {
    guard case .person(let you) = seats else {
      return try console.print("Not marked: nobody plays against a policy.")
    }
    let own = moves.indices.filter { ($0 % 2 == 0) != (you == .x) }
    guard let index = own.last(where: { square == nil || moves[$0] == square })
    else {
      return try complain(
        square.map { "\(name($0)) is not a move of \(policy.name)'s here" }
          ?? "\(policy.name) has not moved yet"
      )
    }
    let move = moves[index]
    let position = rules.position(after: moves[..<index])
    let correction: Correction?
    do {
      let mistake = try Mistake(move, in: position)
      try corrections.check(mistake)
      correction =
        index == confirmable || oracle.isMistake(move, in: position)
        ? try corrections.mark(mistake) : nil
    } catch let reason as Mistake.Reason {
      return try console.print("Not marked: \(reason.words).")
    } catch let error where error is Failure || error is FileError {
      let reason = Failure(error, command: nil).message
      return try console.print("Not marked: \(reason).")
    }
    guard let correction else {
      doubted = index
      let view = DoubtView(
        move: move, position: position, oracle: oracle, isNamed: square != nil
      )
      for line in view.lines { try console.print(line) }
      return
    }
    undoStack.append((moves, index))
    moves.removeSubrange(index...)
    shown = nil
    let view = CorrectionView(
      correction: correction, move: move, position: position, oracle: oracle,
      isDrawing: (policy as? TemperedPolicy).map { $0.temperature > 0 } ?? true,
      path: corrections.path
    )
    for line in view.lines { try console.print(line) }
  }

  // MARK: Advice

  /// The policy whose probabilities are shown: that of the side to move, or the
  /// adviser's.
  private var adviser: any Policy {
    seats.policy(on: position.sideToMove, of: policy)
  }

  private func show() throws {
    let view = BoardView(
      position: position, policy: showsAdvice ? adviser : nil, oracle: oracle,
      console: console
    )
    for line in view.lines { try console.print(line) }
  }

  private func hint() throws {
    guard position.outcome == nil else {
      return try console.print("The game is over.")
    }
    let moves = oracle.bestMoves(in: position)
    guard let value = oracle.value(of: position) else {
      return try console.print("Too hard to judge exactly.")
    }
    let word = ["every move loses", "draws", "wins"][value + 1]
    try console.print(
      moves.count > 1 && moves.count == position.legalMoves.count
        ? "Best: every move \(word.split(separator: " ").last ?? "")."
        : "Best: \(moves.map(spoken).joined(separator: ", ")) (\(word))."
    )
  }

  private func analyze() throws {
    guard position.outcome == nil else {
      return try console.print("The game is over.")
    }
    let view = AnalysisView(position: position, policy: adviser, oracle: oracle)
    for line in isPlain ? view.sentences : view.lines {
      try console.print(line)
    }
  }

  private mutating func toggleAdvice() throws {
    showsAdvice.toggle()
    try console.print(
      showsAdvice
        ? "The board shows the policy's probabilities and the exact results."
        : "The board shows the stones alone; hint and analyze still work."
    )
    if !isPlain { try show() }
  }

  // MARK: Files

  /// Prints the results of a person's games so far, if they are kept.
  private func printTally() throws {
    guard let log else { return }
    let tally = try log.tally()
    try console.print(
      "Recorded in \(printable(log.path)): "
        + "played \(NumberFormat.grouped(tally.played)), "
        + "won \(NumberFormat.grouped(tally.won)), "
        + "drawn \(NumberFormat.grouped(tally.drawn)), "
        + "lost \(NumberFormat.grouped(tally.lost))."
    )
  }

  /// Writes the game to a new file.
  private func save(_ path: String) throws {
    guard !path.isEmpty else {
      return try console.print("Not saved: expected a file: save game.txt.")
    }
    do {
      try DurableFile(path).create(Array(GameText(moves, rules).text.utf8))
    } catch {
      return try console.print(
        "Not saved: \(printable("\(error)")); name another file."
      )
    }
    try console.print("Saved in \(printable(path)).")
  }

  /// Continues the game of a file in place of this one.
  private mutating func load(_ path: String) throws {
    guard !path.isEmpty else {
      return try console.print("Not loaded: expected a file: load game.txt.")
    }
    do {
      let bytes = try DurableFile(path).read(limit: GameText.largest)
      begin(try GameText(String(decoding: bytes, as: UTF8.self), rules).moves)
    } catch {
      let reason =
        (error as? GameText.Damage).map { "line \($0.line): \($0.reason)" }
      let words = printable(reason.map { "\(path): \($0)" } ?? "\(error)")
      return try console.print("Not loaded: \(words).")
    }
    isLogged = false
    let turn =
      position.outcome == nil
      ? "\(position.sideToMove.rawValue) is to move" : "the game is over"
    let unit = moves.count == 1 ? "move" : "moves"
    try console.print("Loaded \(moves.count) \(unit); \(turn).")
  }

  // MARK: Names

  private func name(_ square: Square) -> String {
    position.rules.name(of: square)
  }

  /// A square as it is said aloud.
  private func spoken(_ square: Square) -> String {
    square == rules.center ? "center" : name(square)
  }
}

extension Rules {
  /// The position that legal moves lead to from the empty board.
  func position(after moves: some Sequence<Square>) -> Position {
    moves.reduce(Position(rules: self)) { $0.playing($1) }
  }
}
