import Players
import TicTacToe

extension PlaySession {
  /// The policy whose opinion is shown: of the side to move, or the adviser.
  private var adviser: any Policy {
    seats.policy(on: position.sideToMove, of: policy)
  }

  /// Shows the board, with the advice unless it is switched off.
  func show() throws {
    let view = BoardView(
      position: position,
      policy: showsAdvice ? adviser : nil,
      console: console
    )
    for line in view.lines { try console.print(line) }
  }

  /// The best moves, exactly: of several wins the soonest.
  func hint() throws {
    let position = position
    guard position.outcome == nil else {
      return try console.print("The game is over.")
    }
    let words = ["every move loses", "draws", "wins"]
    let names = Oracle.bestMoves(in: position).map(spoken)
    let worth = words[Oracle.value(of: position) + 1]
    try console.print(
      "Best, exactly: \(names.joined(separator: ", ")) (\(worth))."
    )
  }

  /// Every move: what the policy thinks of it, and what is exactly true.
  func analyze() throws {
    guard position.outcome == nil else {
      return try console.print("The game is over.")
    }
    let view = AnalysisView(position: position, policy: adviser)
    for line in isPlain ? view.sentences : view.lines {
      try console.print(line)
    }
  }

  /// Switches the advice beside the board on or off.
  mutating func toggleAdvice() throws {
    showsAdvice.toggle()
    try console.print(
      showsAdvice
        ? "The board shows the policy's probabilities and what is exact."
        : "The board shows the stones alone; hint and analyze still tell."
    )
    if !isPlain { try show() }
  }

  /// What can be typed.
  func help() throws {
    var lines = [
      "1-9        play there, as on a numpad; or a1-c3, center, top left",
      "hint       the best moves, exactly",
      "analyze    every move: the policy's probability; exactly, what it leads "
        + "to and in how many moves of both",
      "heat       the same on the board, on or off",
      "undo       take your last move back",
    ]
    if case .person = seats {
      lines.append(
        "bad        the policy's last move was a mistake (bad 3: the one at 3): "
          + "it is corrected, and moves again; undo takes that back"
      )
    }
    lines += [
      "swap       change seats",
      "save FILE  keep the game as text; load FILE takes it up",
      "new        another game",
      "quit       leave",
    ]
    if case .policies = seats { lines[0] = "Enter      the next move" }
    try console.print(lines.joined(separator: "\n"))
  }
}
