import Players
import TicTacToe

extension PlaySession {
  /// Plays a person's move.
  mutating func place(_ square: Square) throws {
    let side = position.sideToMove
    guard position.outcome == nil else {
      return try complain("the game is over; new, undo or quit")
    }
    guard seats.isPerson(side) else {
      return try complain("you only watch; Enter goes on")
    }
    var next = position
    do { try next.play(square) } catch {
      return try complain("\(name(square)) is taken")
    }
    moves.append(square)
    if isPlain {
      try console.print("\(side.rawValue) plays \(spoken(square))." + threat)
    }
  }

  /// An empty line: the next move of two policies.
  mutating func goOn() throws {
    guard case .policies = seats else {
      return try complain("an empty line; ? lists the commands")
    }
    guard position.outcome == nil else {
      return try complain("the game is over; new, undo or quit")
    }
    try answer()
  }

  /// The policy whose turn it is moves.
  mutating func answer() throws {
    let position = position
    let side = position.sideToMove
    var player = seats.policy(on: side, of: policy)
    guard let move = player.move(in: position, using: &rng) else {
      preconditionFailure("\(player.name) has no move in \(position.text)")
    }
    moves.append(move)
    try console.print("\(side.rawValue) plays \(spoken(move))." + threat)
  }

  /// In plain words, that whoever is to move can win: a board shows it.
  private var threat: String {
    let position = position
    let side = position.sideToMove
    guard isPlain, seats.isPerson(side),
      let square = position.legalMoves.first(where: {
        position.playing($0).outcome == .win(side)
      })
    else { return "" }
    let who = seats.isPerson(side.opponent) ? side.rawValue : "You"
    return " \(who) can win at \(spoken(square))."
  }

  /// Takes back the last move of a person's with all that followed, or a mark
  /// that came after it; where nobody plays, the last move.
  mutating func undo() throws {
    let own = moves.indices.last { index in
      guard case .policies = seats else {
        return seats.isPerson(index.isMultiple(of: 2) ? .x : .o)
      }
      return true
    }
    if let mark = marks.last, (own ?? -1) < mark.kept {
      do { try teaching.unmark() } catch {
        let reason = Failure(error, command: nil).message
        return try console.print("Not taken back: \(reason).")
      }
      marks.removeLast()
      moves = mark.moves
      return try console.print("The correction is taken back.")
    }
    guard let own else {
      return try complain("there is no move to take back")
    }
    moves.removeSubrange(own...)
    if case .person = seats {
      try console.print("Your last move is taken back.")
    } else {
      try console.print("The last move is taken back.")
    }
  }

  /// Changes the seats; the game goes on.
  mutating func swap() throws {
    seats.swap()
    if !moves.isEmpty { isLogged = false }
    switch seats {
    case .person(let you): try console.print("You are \(you.rawValue) now.")
    case .people: try console.print("You both play: change chairs.")
    case .policies: try console.print("\(seats.title(of: policy)) now.")
    }
  }

  /// Clears the board.
  mutating func startAnew() throws {
    moves = []
    marks = []
    shown = nil
    isLogged = true
    try console.print("A new game.")
    try tellTally()
  }

  /// A square by its name.
  func name(_ square: Square) -> String {
    position.rules.name(of: square)
  }

  /// A square as it is said aloud.
  func spoken(_ square: Square) -> String {
    square.index == 4 ? "center" : name(square)
  }
}
