import Players
import TicTacToe

/// The two sides of the board in a session about one policy.
enum Seats {
  /// A person on this side, the policy on the other.
  case person(Mark)

  /// Two people; the policy only advises.
  case people

  /// The policy on this side, another on the other: they are watched.
  case policies(Mark, other: any Policy)

  /// Whether a person moves for a side.
  func isPerson(_ side: Mark) -> Bool {
    switch self {
    case .person(let you): side == you
    case .people: true
    case .policies: false
    }
  }

  /// The policy that moves for a side, or advises the person who does.
  func policy(on side: Mark, of first: any Policy) -> any Policy {
    if case .policies(let own, let other) = self, side != own { return other }
    return first
  }

  /// Changes the seats; two people do that by themselves.
  mutating func swap() {
    switch self {
    case .person(let you): self = .person(you.opponent)
    case .people: break
    case .policies(let own, let other):
      self = .policies(own.opponent, other: other)
    }
  }
}

extension Seats {
  func title(of policy: any Policy) -> String {
    switch self {
    case .person(let you):
      "\(printable(policy.name))    you are \(you.rawValue)"
    case .people: "two people    advised by \(printable(policy.name))"
    case .policies:
      Mark.allCases.map {
        "\($0.rawValue) \(printable(self.policy(on: $0, of: policy).name))"
      }.joined(separator: "    ")
    }
  }

  /// The player that a review names after a side's move; empty if the side says
  /// it all.
  func note(on side: Mark, of policy: any Policy) -> String {
    switch self {
    case .person(let you): side == you ? " (you)" : " (the policy)"
    case .people: ""
    case .policies: " (\(printable(self.policy(on: side, of: policy).name)))"
    }
  }

  /// The end of a game in a sentence.
  func verdict(_ outcome: Outcome, of policy: any Policy) -> String {
    guard case .win(let side) = outcome else { return "It is a draw." }
    return switch self {
    case .person(side): "You win as \(side.rawValue)."
    case .person, .people: "\(side.rawValue) wins."
    case .policies:
      "\(side.rawValue) wins: \(printable(self.policy(on: side, of: policy).name))."
    }
  }

  /// The question at the board, with the likeliest answers if there is room.
  func prompt(in position: Position, width: Int) -> String {
    let text =
      if position.outcome != nil {
        "[new, undo, save, quit, ?]: "
      } else {
        switch self {
        case .person: "your move [\(position.rules.squares), hint, undo, ?]: "
        case .people:
          "\(position.sideToMove.rawValue) to move "
            + "[\(position.rules.squares), undo, ?]: "
        case .policies: "[Enter for the next move, analyze, undo, ?]: "
        }
      }
    return text.count + 8 <= width ? text : text.prefix { $0 != "[" } + "[?]: "
  }

  /// The commands, one a line.
  func help(on rules: Rules) -> [String] {
    var lines = [
      rules.squareNumbers.padded(to: 11)
        + "play there, counted from the bottom left; or \(rules.squareNames), "
        + "top left",
      "hint       the best moves, exactly",
      "analyze    every move: the policy's probability, its exact result, and "
        + "how many moves (both sides) until the end",
      "heat       probabilities and results on the board, on or off",
      "undo       take your last move back",
    ]
    if case .policies = self { lines[0] = "Enter      the next move" }
    if case .person = self {
      lines.append(
        "bad        the policy's last move was a mistake (bad 3: the one at 3): "
          + "it is corrected, and moves again; undo takes that back"
      )
    }
    return lines + [
      "swap       change seats",
      "save FILE  keep the game as text; load FILE takes it up",
      "new        another game",
      "quit       leave",
    ]
  }
}
