public import Evaluation
internal import NeuralNetwork
public import Players
public import TicTacToe

/// A player in a tournament: a policy as it plays there, or an external player,
/// whose probabilities are unknown.
public struct Participant: Sendable {
  private enum Kind: Sendable {
    case policy(PolicyTable)
    case external(any ExternalPlayer)
  }

  /// The name in tables and logs.
  public let name: String

  /// Whether it always plays the same move in a position.
  public let isDeterministic: Bool

  private let kind: Kind

  /// Enters a policy under a name.
  ///
  /// - Complexity: one evaluation of all decision positions.
  public init(_ name: String, _ policy: any Policy, on board: Board) {
    let table = PolicyTable(of: policy, in: board.states)
    self.name = name
    kind = .policy(table)
    isDeterministic = table.isDeterministic
  }

  /// Enters an external player under a name, for sampled games only.
  public init(_ name: String, external player: any ExternalPlayer) {
    self.name = name
    kind = .external(player)
    isDeterministic = false
  }

  /// The probabilities of its moves; nil for an external player.
  public var table: PolicyTable? {
    if case .policy(let table) = kind { table } else { nil }
  }

  var external: (any ExternalPlayer)? {
    if case .external(let player) = kind { player } else { nil }
  }

  /// The probabilities of its moves.
  ///
  /// - Precondition: It is not an external player.
  var exactTable: PolicyTable {
    guard let table else {
      preconditionFailure("\(name) is external: its probabilities are unknown")
    }
    return table
  }
}

extension PolicyTable {
  /// The edge of a move drawn in a position; a deterministic player draws
  /// nothing.
  func edge(
    from number: Int, isDeterministic: Bool,
    using rng: inout some RandomNumberGenerator
  ) -> Int {
    guard !isDeterministic else { return greedyEdge(number) }
    let edges = graph.edges(of: number)
    return probabilities[edges].sampleIndex(using: &rng) ?? edges.lowerBound
  }
}
