/// A game's nodes in plies, all that a sweep over it reads.
///
/// A node is a position, or a class of positions that symmetries take into each
/// other. Its edges are the legal moves of one of them; each leads to a node of
/// the next ply.
public protocol GameGraph: Sendable {
  var nodeCount: Int { get }

  /// The nodes after 0, 1, 2, … moves; the empty board is node 0.
  var plies: [Range<Int>] { get }

  /// How the game ended at a node, or nil while it goes on.
  func outcome(of node: Int) -> Outcome?

  /// The legal moves at a node, by ascending square; empty exactly when the
  /// game is over.
  func edges(of node: Int) -> Range<Int>

  /// The node that an edge leads to.
  func successor(along edge: Int) -> Int
}
