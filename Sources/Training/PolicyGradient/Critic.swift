public import Players
public import TicTacToe

/// The move of the greatest Q by a learner's baseline, with one ply of
/// look-ahead by the rules and no network: the control of learning from all
/// actions.
///
/// The baseline is of the games that the learner's network played.
public struct Critic: Policy {
  public let name = "critic"
  private let learner: PolicyGradient

  public init(of learner: PolicyGradient) {
    self.learner = learner
  }

  /// 1 for the move of the greatest Q, of shape [squares]; ties go to the
  /// lowest square.
  ///
  /// - Precondition: the board is 3×3, and play can reach the position.
  public func probabilities(in position: Position) -> [Float] {
    guard let graph = learner.graph, let number = graph.node(of: position)
    else {
      preconditionFailure("\(position.text) cannot be reached by play")
    }
    var values = [Float](repeating: 0, count: graph.rules.squareCount)
    for edge in graph.edges(of: number) {
      values[graph.move(along: edge).index] = learner.actionValue(
        of: edge, in: graph
      )
    }
    let best = position.greedyMove(by: values)
    return values.indices.map { $0 == best?.index ? 1 : 0 }
  }
}
