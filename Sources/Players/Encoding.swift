public import NeuralNetwork
public import TicTacToe

/// How a network sees a position.
public struct Encoding: Hashable, Sendable {
  /// What the inputs stand for.
  public enum Inputs: Hashable, Sendable {
    /// One input a square for the mover's stones, then one for the opponent's.
    case planes

    /// One input a canonical position of 3×3: the network is a table.
    case table
  }

  /// The board.
  public let rules: Rules

  /// What the inputs stand for.
  public let inputs: Inputs

  /// Whether a position is replaced by its canonical image first.
  public let isCanonical: Bool

  /// One input a square and side.
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

  /// The number of each position of 3×3 as the network sees it, by number; of
  /// those whose game is over, nothing that is of use.
  package var views: [Int32] {
    let classes = SymmetryClasses.ticTacToe
    return isCanonical
      ? classes.canonicalNumbers
      : (0..<Int32(classes.canonicalNumbers.count)).map { $0 }
  }

  /// Adds a position, as the network sees it, to a batch: the inputs that are
  /// 1 for it, every other being 0.
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
