public import NeuralNetwork
public import TicTacToe

/// How a network sees a position.
public struct Encoding: Hashable, Sendable {
  /// The meaning of the inputs.
  public enum Inputs: Hashable, Sendable {
    /// One input for each square with a stone of the mover, then one for each
    /// with a stone of the opponent.
    case planes

    /// One input for each canonical position of 3×3: the network is a table.
    case table
  }

  /// The board.
  public let rules: Rules

  /// The meaning of the inputs.
  public let inputs: Inputs

  /// Whether a position is replaced by its canonical image first.
  public let isCanonical: Bool

  /// One input for each square and side.
  public static func planes(
    rules: Rules = .ticTacToe,
    isCanonical: Bool = true
  ) -> Encoding {
    Encoding(rules: rules, inputs: .planes, isCanonical: isCanonical)
  }

  /// One input for each of the 627 canonical positions of 3×3.
  public static let table = Encoding(
    rules: .ticTacToe,
    inputs: .table,
    isCanonical: true
  )

  /// The number of inputs.
  public var inputCount: Int {
    switch inputs {
    case .planes: 2 * rules.squareCount
    case .table: SymmetryClasses.ticTacToe.representatives.count
    }
  }

  /// The position as the network sees it, and the number of the symmetry that
  /// leads there.
  public func view(
    of position: Position,
    group: SymmetryGroup
  ) -> (position: Position, symmetry: Int) {
    isCanonical ? group.canonical(position) : (position, 0)
  }

  /// The number of each position's view, of shape [positions] of 3×3. Entries of
  /// finished games are unspecified.
  package var views: [Int32] {
    let classes = SymmetryClasses.ticTacToe
    return isCanonical
      ? classes.canonicalNumbers
      : (0..<Int32(classes.canonicalNumbers.count)).map { $0 }
  }

  /// Adds a view of a position to a batch: its inputs of 1, every other being 0.
  public func append(_ view: Position, to batch: inout Batch) {
    switch inputs {
    case .planes:
      for square in view.mover.squares(in: rules) {
        batch.appendInput(square.index)
      }
      for square in view.opponent.squares(in: rules) {
        batch.appendInput(square.index + rules.squareCount)
      }
    case .table:
      guard let row = SymmetryClasses.ticTacToe.row(of: view) else {
        preconditionFailure("no row of the table holds \(view.text)")
      }
      batch.appendInput(row)
    }
    batch.endRow()
  }
}
