/// Uniformly random games from the empty board, tabulated so that a move costs
/// one multiplication and one load.
public struct RandomPlay: Sendable {
  /// Where each edge leads, as the first edge there times 64 plus how many
  /// there are. The first edges are the ends of games: each leads to itself.
  private let nodes: [UInt32]

  private let root: UInt32

  /// The moves of the longest game.
  private let plies: Int

  private static let ends: [Outcome] = [.win(.x), .win(.o), .draw]

  /// Random play on 3×3.
  public static let ticTacToe = RandomPlay(in: .ticTacToe)

  /// Tabulates the games of a board.
  ///
  /// - Complexity: O(positions · squares).
  public init(in space: StateSpace) {
    let ends = RandomPlay.ends
    precondition(
      space.successors.count + ends.count <= 1 << 26,
      "random play with \(space.successors.count) edges"
    )
    func node(_ number: Int) -> UInt32 {
      if let outcome = space.outcomes[number] {
        return UInt32(ends.firstIndex(of: outcome) ?? 0) << 6 | 1
      }
      let edges = space.edges(of: number)
      return UInt32(edges.lowerBound + ends.count) << 6 | UInt32(edges.count)
    }
    nodes =
      ends.indices.map { UInt32($0) << 6 | 1 }
      + space.successors.map { node(Int($0)) }
    root = node(0)
    plies = space.plies.count - 1
  }

  /// Plays a game and tells how it ended.
  ///
  /// One draw serves all moves: what a multiplication leaves below the point
  /// is uniform again. The bias is at most squares! · 2⁻⁶⁴, 2 · 10⁻¹⁴ on 3×3.
  ///
  /// - Complexity: O(squares).
  public func outcome(
    using rng: inout some RandomNumberGenerator
  ) -> Outcome {
    var bits = rng.next()
    var node = root
    // A game that is over stays where it is: as many steps for each, so that
    // the processor never guesses wrong when one ends.
    for _ in 0..<plies {
      let product = bits.multipliedFullWidth(by: UInt64(node & 63))
      bits = product.low
      node = nodes[Int(node >> 6) &+ Int(truncatingIfNeeded: product.high)]
    }
    return RandomPlay.ends[Int(node >> 6)]
  }
}
