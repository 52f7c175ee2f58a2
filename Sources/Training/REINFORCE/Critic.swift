public import Players
public import TicTacToe

/// What the baseline of a learner would play: the move of the greatest worth,
/// looking one move ahead by the rules.
///
/// The control beside learning from all actions. The means are of the games
/// that the learner's network played; choosing by them needs no network.
public struct Critic: Policy {
  /// A short name for tables.
  public let name = "critic"

  private let learner: REINFORCE

  /// Takes the baseline as it is.
  public init(of learner: REINFORCE) {
    self.learner = learner
  }

  /// 1 for the move of the greatest worth; of several, the lowest square.
  ///
  /// - Precondition: play can reach the position.
  public func probabilities(in position: Position) -> [Float] {
    let space = StateSpace.ticTacToe
    guard let number = space.number(of: position) else {
      preconditionFailure("\(position.text) cannot be reached by play")
    }
    var worths = [Float](repeating: 0, count: space.rules.squareCount)
    for edge in space.edges(of: number) {
      worths[space.move(along: edge).index] = learner.worth(of: edge)
    }
    let best = position.greedyMove(by: worths)
    return worths.indices.map { $0 == best?.index ? 1 : 0 }
  }
}
