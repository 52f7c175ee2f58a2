internal import NeuralNetwork
internal import TicTacToe

/// The decision positions of a state space as a network sees them. Positions
/// with the same view share one row.
struct EncodedSpace: Sendable {
  /// The inputs, one row for each view.
  let batch: Batch

  /// The legal moves of each view, of shape [views], bit i standing for square
  /// i.
  let legal: [UInt64]

  /// The index of each move's output among those of all views, of shape [edges].
  let outputs: [Int32]

  /// Encodes the decision positions of a state space.
  ///
  /// - Complexity: O(positions · symmetries).
  init(_ space: StateSpace, _ encoding: Encoding, _ group: SymmetryGroup) {
    let classes =
      space.rules == .ticTacToe
      ? .ticTacToe : SymmetryClasses(of: space, under: group)
    var outputs: [Int32] = []
    outputs.reserveCapacity(space.successors.count)
    for (place, number) in space.decisions.enumerated() {
      let view = encoding.isCanonical ? classes.view(of: number) : nil
      let (row, symmetry) = view ?? (place, 0)
      for edge in space.edges(of: number) {
        let image = group.image(of: space.move(along: edge), under: symmetry)
        outputs.append(Int32(row * space.rules.squareCount + image.index))
      }
    }
    let views =
      encoding.isCanonical ? classes.representatives : space.decisionPositions
    var batch = Batch()
    for view in views { encoding.append(view, to: &batch) }
    self.batch = batch
    self.outputs = outputs
    legal = views.map(\.legalMask)
  }

  /// The encoded positions of a state space; those of 3×3 are made once.
  static func of(
    _ space: StateSpace,
    _ encoding: Encoding,
    _ group: SymmetryGroup
  ) -> EncodedSpace {
    guard space.rules == .ticTacToe else {
      return EncodedSpace(space, encoding, group)
    }
    return switch (encoding.inputs, encoding.isCanonical) {
    case (.planes, true): canonical
    case (.planes, false): plain
    case (.table, _): table
    }
  }

  private static let canonical = ticTacToe(.planes())
  private static let plain = ticTacToe(.planes(isCanonical: false))
  private static let table = ticTacToe(.table)

  private static func ticTacToe(_ encoding: Encoding) -> EncodedSpace {
    EncodedSpace(.ticTacToe, encoding, .ticTacToe)
  }
}
