import Players
import TicTacToe

/// Who sits at the board, beside the policy that a session is about.
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

  /// The policy that moves for a side, or advises whoever does.
  func policy(on side: Mark, of first: any Policy) -> any Policy {
    if case .policies(let own, let other) = self, side != own { return other }
    return first
  }

  /// Changes the seats; two people do that without us.
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
  /// One line that says who is where.
  func title(of policy: any Policy) -> String {
    switch self {
    case .person(let you): "\(policy.name)    you are \(you.rawValue)"
    case .people: "two people    advised by \(policy.name)"
    case .policies:
      Mark.allCases.map {
        "\($0.rawValue) \(self.policy(on: $0, of: policy).name)"
      }.joined(separator: "    ")
    }
  }

  /// Who a review says made a side's move; empty where the side says it all.
  func note(on side: Mark, of policy: any Policy) -> String {
    switch self {
    case .person(let you): side == you ? " (you)" : " (the policy)"
    case .people: ""
    case .policies: " (\(self.policy(on: side, of: policy).name))"
    }
  }

  /// The end of a game in a sentence.
  func verdict(_ outcome: Outcome, of policy: any Policy) -> String {
    guard case .win(let side) = outcome else { return "It is a draw." }
    return switch self {
    case .person(side): "You win as \(side.rawValue)."
    case .person, .people: "\(side.rawValue) wins."
    case .policies:
      "\(side.rawValue) wins: \(self.policy(on: side, of: policy).name)."
    }
  }
}
