public import Evaluation
internal import NeuralNetwork
public import Players
internal import TicTacToe

/// A policy that takes part in a tournament, as it plays there, or a player
/// from outside, of whom nothing is known.
public struct Entrant: Sendable {
  private enum Kind: Sendable {
    case policy(PolicyTable)
    case outside(any OutsidePlayer)
  }

  /// What tables and logs call it.
  public let name: String

  /// Whether it has one move in every position, for certain.
  public let isDeterministic: Bool

  private let kind: Kind

  /// Enters a policy under a name.
  ///
  /// - Complexity: one evaluation of all decision positions.
  public init(_ name: String, _ policy: any Policy) {
    let table = PolicyTable(of: policy)
    self.name = name
    kind = .policy(table)
    isDeterministic = table.isDeterministic
  }

  /// Enters a player from outside under a name, for real games only.
  public init(_ name: String, outside player: any OutsidePlayer) {
    self.name = name
    kind = .outside(player)
    isDeterministic = false
  }

  /// What it plays; nil of a player from outside.
  public var table: PolicyTable? {
    if case .policy(let table) = kind { table } else { nil }
  }

  /// The player from outside, if it is one.
  var outside: (any OutsidePlayer)? {
    if case .outside(let player) = kind { player } else { nil }
  }

  /// What it plays, for what is computed and not sampled.
  ///
  /// - Precondition: it is no player from outside.
  var exactTable: PolicyTable {
    guard let table else {
      preconditionFailure("\(name) is from outside: nothing of it is exact")
    }
    return table
  }
}

extension PolicyTable {
  /// The edge of a move drawn in the position of a number. Where one move is
  /// certain everywhere, `isDeterministic`, nothing is drawn.
  func edge(
    from number: Int,
    isDeterministic: Bool,
    using rng: inout some RandomNumberGenerator
  ) -> Int {
    guard !isDeterministic else { return greedyEdge(number) }
    let edges = space.edges(of: number)
    return probabilities[edges].sampleIndex(using: &rng) ?? edges.lowerBound
  }
}
