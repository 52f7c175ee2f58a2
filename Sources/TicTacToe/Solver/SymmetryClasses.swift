/// The decision positions of a game up to symmetry, each class represented by
/// its canonical position.
public struct SymmetryClasses: Sendable {
  /// The canonical positions, ascending by (mover bits, opponent bits).
  public var representatives: [Position] { index.positions }

  private let index: PositionIndex

  /// The 627 classes of 3×3.
  public static let ticTacToe = SymmetryClasses(
    of: .ticTacToe,
    under: .ticTacToe
  )

  /// Collects the classes of a game.
  ///
  /// - Complexity: O(positions · symmetries).
  public init(of space: StateSpace, under group: SymmetryGroup) {
    // All images of a position are in the space, so that the canonical ones
    // are those that are their own.
    let canonical = space.decisions.lazy.map { space.positions[$0] }
      .filter { group.canonical($0).symmetry == 0 }
    index = PositionIndex(canonical.sorted { $0.precedes($1) })
  }

  /// The place of a canonical position among the representatives, or nil if
  /// it is not canonical, over, or out of reach.
  public func row(of canonical: Position) -> Int? {
    index.place(of: canonical)
  }
}
