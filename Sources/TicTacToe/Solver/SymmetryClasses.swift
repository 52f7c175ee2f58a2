/// The decision positions of a game up to symmetry, each class represented by
/// its canonical position.
public struct SymmetryClasses: Sendable {
  /// The canonical positions, ascending by (mover bits, opponent bits).
  public var representatives: [Position] { index.positions }

  private let index: PositionIndex

  /// The row of each position's class by the number of the position, −1 where
  /// the game is over.
  private let rows: [Int32]

  /// The number of each position's canonical image, −1 where the game is over.
  public let canonicalNumbers: [Int32]

  /// The lowest number of a symmetry that makes each position canonical.
  private let symmetries: [UInt8]

  /// The 627 classes of 3×3.
  public static let ticTacToe = SymmetryClasses(
    of: .ticTacToe,
    under: .ticTacToe
  )

  /// Collects the classes of a game.
  ///
  /// - Complexity: O(positions · symmetries).
  public init(of space: StateSpace, under group: SymmetryGroup) {
    let positions = space.positions
    let views = space.decisions.map { group.canonical(positions[$0]) }
    // All images of a position are in the space, so that the canonical ones
    // are those that are their own.
    let canonical = views.filter { $0.symmetry == 0 }.map(\.position)
    let index = PositionIndex(canonical.sorted { $0.precedes($1) })
    var rows = [Int32](repeating: -1, count: positions.count)
    var symmetries = [UInt8](repeating: 0, count: positions.count)
    for (number, view) in zip(space.decisions, views) {
      rows[number] = Int32(index.place(of: view.position) ?? -1)
      symmetries[number] = UInt8(view.symmetry)
    }
    var numbers = [Int32](repeating: -1, count: index.positions.count)
    for (number, view) in zip(space.decisions, views) where view.symmetry == 0 {
      numbers[Int(rows[number])] = Int32(number)
    }
    canonicalNumbers = rows.map { $0 < 0 ? -1 : numbers[Int($0)] }
    self.index = index
    self.rows = rows
    self.symmetries = symmetries
  }

  /// The place of a canonical position among the representatives, or nil if
  /// it is not canonical, over, or out of reach.
  public func row(of canonical: Position) -> Int? {
    index.place(of: canonical)
  }

  /// The representative of the position of a number, by its place among them,
  /// and the lowest number of a symmetry that leads there; nil if the game is
  /// over.
  public func view(of number: Int) -> (row: Int, symmetry: Int)? {
    let row = rows[number]
    return row < 0 ? nil : (Int(row), Int(symmetries[number]))
  }
}
