internal import Checkpoints
internal import Evaluation
internal import NeuralNetwork
public import Players
public import TicTacToe

/// A player in a tournament: a policy as it plays there, or an external player,
/// whose probabilities are unknown.
public struct Participant: Sendable {
  private enum Kind: Sendable {
    /// A policy; on 3×3 with the probabilities of all its moves.
    case policy(any Policy, PolicyTable?, Board)
    case external(any ExternalPlayer)
  }

  /// The name in tables and logs.
  public let name: String

  /// Whether it always plays the same move in a position.
  public let isDeterministic: Bool

  private let kind: Kind

  /// Enters a policy under a name.
  ///
  /// - Complexity: on 3×3 one evaluation of all decision positions.
  public init(_ name: String, _ policy: any Policy, on board: Board) {
    let table =
      board.scope == .graph ? PolicyTable(of: policy, in: board.states) : nil
    self.name = name
    kind = .policy(policy, table, board)
    isDeterministic = table?.isDeterministic ?? policy.isDeterministic
  }

  /// Enters an external player under a name, for sampled games only.
  public init(_ name: String, external player: any ExternalPlayer) {
    self.name = name
    kind = .external(player)
    isDeterministic = false
  }

  /// Whether it is an external player, an engine of 3×3.
  public var isExternal: Bool { external != nil }

  var external: (any ExternalPlayer)? {
    if case .external(let player) = kind { player } else { nil }
  }

  /// How good it is by itself, exactly; nil for an external player, and on a
  /// board of more than 16 squares.
  ///
  /// - Complexity: a few sweeps.
  public var figures: Figures? {
    guard case .policy(let policy, let table, let board) = kind else {
      return nil
    }
    switch board.scope {
    case .graph: return table.map(Figures.init)
    case .numbers: return Figures(PolicyReport(of: policy, on: board))
    case .search: return nil
    }
  }

  /// What tells a player by itself.
  public struct Figures: Sendable, Equatable {
    /// The complete games that it can lose, over both seats; where X wins by
    /// best play as X alone, since as O every player can lose.
    public let losingLines: Int

    /// The gains of the best responses, summed over both seats, 0…2.
    public let nashConv: Double

    fileprivate init(_ table: PolicyTable) {
      losingLines =
        LosingLines(of: table, in: .x).count
        + LosingLines(of: table, in: .o).count
      nashConv = BestResponse(to: table).nashConv
    }

    fileprivate init(_ report: PolicyReport) {
      losingLines =
        report.losingLinesAsX.count
        + (report.proof.gameValue > 0 ? 0 : report.losingLinesAsO.count)
      nashConv = report.bestResponse.nashConv
    }
  }

  /// Its results in X against another player, exactly.
  ///
  /// - Precondition: Neither is external; the board has at most 16 squares.
  func result(asXAgainst o: Participant) -> ExpectedResult {
    guard case .policy(let x, let own, let board) = kind,
      case .policy(let other, let others, _) = o.kind
    else {
      preconditionFailure("\(name) or \(o.name) is external: no probabilities")
    }
    if let own, let others {
      return ExpectedResult(of: own, in: .x, against: others)
    }
    return ExpectedResult(of: x, in: .x, against: other, on: board)
  }

  /// Its move in a position that is not over.
  ///
  /// - Precondition: It is not an external player.
  func move(
    in position: Position, using rng: inout some RandomNumberGenerator
  ) -> Square {
    guard case .policy(var policy, let table, _) = kind else {
      preconditionFailure("\(name) is external")
    }
    if let table, let node = table.graph.node(of: position) {
      return table.graph.move(
        along: table.edge(
          from: node, isDeterministic: isDeterministic, using: &rng
        )
      )
    }
    guard let move = policy.move(in: position, using: &rng) else {
      preconditionFailure("\(name) has no move in \(position.text)")
    }
    return move
  }

  /// A checksum of how it plays: of all its probabilities on 3×3, else of those
  /// in the positions of some random games.
  var fingerprint: String {
    guard case .policy(let policy, let table, let board) = kind else {
      preconditionFailure("\(name) is external")
    }
    let probabilities =
      table?.probabilities
      ?? {
        var rng = SeededGenerator(seed: 1)
        return (0..<100).flatMap { _ in
          policy.probabilities(in: board.rules.randomDecision(using: &rng))
        }
      }()
    let bytes = probabilities.flatMap { probability in
      (0..<4).map {
        UInt8(truncatingIfNeeded: probability.bitPattern >> (8 * $0))
      }
    }
    return Checksum(bytes).text
  }
}

extension PolicyTable {
  /// The edge of a move drawn in a position; a deterministic player draws
  /// nothing.
  fileprivate func edge(
    from number: Int, isDeterministic: Bool,
    using rng: inout some RandomNumberGenerator
  ) -> Int {
    guard !isDeterministic else { return greedyEdge(number) }
    let edges = graph.edges(of: number)
    return probabilities[edges].sampleIndex(using: &rng) ?? edges.lowerBound
  }
}
