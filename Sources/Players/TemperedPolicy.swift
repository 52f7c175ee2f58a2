internal import NeuralNetwork
public import TicTacToe

/// A network as a player: greedy at temperature 0, else drawing its moves.
///
/// The greedy move is the one of the greatest logit; ties go to the lowest
/// square. Above 0 a move of probability p is drawn in proportion to
/// p^(1/temperature), so that at 1 it plays as the bare network does.
public struct TemperedPolicy: Policy {
  /// The network, which by itself draws from its softmax.
  public let network: NetworkPolicy

  /// How far play is from greedy, at least 0.
  public let temperature: Float

  public var name: String { network.name }

  public var isSymmetric: Bool { network.isSymmetric }

  public var isDeterministic: Bool { temperature == 0 }

  /// Seats a network, greedily unless a temperature is given.
  ///
  /// - Precondition: the temperature is finite and at least 0.
  public init(_ network: NetworkPolicy, temperature: Float = 0) {
    precondition(
      temperature >= 0 && temperature.isFinite,
      "a temperature of \(temperature), expected at least 0"
    )
    self.network = network
    self.temperature = temperature
  }

  public func probabilities(in position: Position) -> [Float] {
    if position.outcome != nil { return position.noProbabilities }
    return probabilities(in: position, by: network.logits(in: position))
  }

  /// The probability and the network's logit of every move of a graph, both of
  /// shape [edges].
  ///
  /// - Complexity: one batched evaluation of all decisions.
  public func tabulated(
    in graph: StateGraph
  ) -> (probabilities: [Float], logits: [Float]?) {
    let logits = network.tabulated(in: graph).logits ?? []
    var result: [Float] = []
    result.reserveCapacity(logits.count)
    var row = [Float](repeating: 0, count: graph.rules.squareCount)
    for node in graph.decisions {
      let edges = graph.edges(of: node)
      for edge in edges { row[graph.move(along: edge).index] = logits[edge] }
      let shares = probabilities(in: graph.positions[node], by: row)
      result += edges.map { shares[graph.move(along: $0).index] }
    }
    return (result, logits)
  }

  /// The probabilities in a position that is not over, of shape [squares]; the
  /// logits of taken squares are ignored.
  func probabilities(
    in position: Position, by logits: [Float]
  ) -> [Float] {
    guard temperature > 0 else {
      // By the logits themselves, as proofs judge it: probabilities round.
      let best = position.greedyMove(by: logits)
      return logits.indices.map { $0 == best?.index ? 1 : 0 }
    }
    let legal = position.legalMask
    let shares = network.head.policy(of: logits, legal: legal)
    let greatest = shares.logProbabilities[shares.argmax]
    // From the greatest down, and cut off, so that nothing overflows.
    let scaled = shares.logProbabilities.map {
      max(($0 - greatest) / temperature, -1e30)
    }
    return Categorical(logits: scaled, legal: legal).probabilities.map { $0 }
  }
}
