import Numbers
import Players
import TicTacToe

extension PlaySession {
  /// Says how the game ended, where that was decided, and keeps it if asked.
  mutating func conclude(_ outcome: Outcome) throws {
    let (seats, policy) = (seats, policy)
    try console.print(seats.verdict(outcome, of: policy))
    let review = Review.lines(of: moves) { seats.note(on: $0, of: policy) }
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

  /// Says how a person's games ended so far, where they are kept.
  func tellTally() throws {
    guard let log else { return }
    let tally = try log.tally()
    try console.print(
      "Recorded in \(printable(log.path)): played "
        + "\(NumberFormat.grouped(tally.played)), won \(NumberFormat.grouped(tally.won)), "
        + "drawn \(NumberFormat.grouped(tally.drawn)), "
        + "lost \(NumberFormat.grouped(tally.lost))."
    )
  }
}
