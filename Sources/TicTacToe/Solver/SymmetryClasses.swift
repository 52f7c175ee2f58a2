/// The decision positions of a game up to symmetry, each class represented by
/// its canonical position.
public struct SymmetryClasses: Sendable {
  /// The canonical positions, ascending by (mover bits, opponent bits).
  public let representatives: [Position]

  private let rows: [Position: Int]

  /// The 627 classes of 3×3.
  public static let ticTacToe = SymmetryClasses(
    of: .ticTacToe,
    under: .ticTacToe
  )

  /// Collects the classes of a game.
  ///
  /// - Complexity: O(positions · symmetries · squares).
  public init(of space: StateSpace, under group: SymmetryGroup) {
    let canonical = Set(
      space.decisions.map { group.canonical(space.positions[$0]).position }
    )
    representatives = canonical.sorted { $0.precedes($1) }
    rows = Dictionary(
      uniqueKeysWithValues: zip(representatives, representatives.indices)
    )
  }

  /// The place of a canonical position among the representatives, or nil if
  /// it is not canonical, over, or out of reach.
  public func row(of canonical: Position) -> Int? {
    rows[canonical]
  }
}
