internal import NeuralNetwork
internal import Players
public import TicTacToe

/// The symmetry classes that a learner is shown, the others being held out.
public enum ShownClasses {
  /// The canonical positions that a fraction of the classes shows: the first
  /// of the seed's own order, so that a larger fraction shows more of them.
  ///
  /// - Complexity: O(classes).
  public static func all(fraction: Float, seed: UInt64) -> Set<Position> {
    let order = order(seed: seed)
    let count = Int((Float(order.count) * fraction).rounded())
    return Set(order.prefix(count))
  }

  /// The canonical positions in an order of the seed's own.
  ///
  /// - Complexity: O(classes).
  package static func order(seed: UInt64) -> [Position] {
    var rng = SeededGenerator(seed: seed, stream: RandomStream.classes)
    var order = SymmetryClasses.ticTacToe.representatives
    for last in order.indices.reversed() {
      order.swapAt(last, rng.next(below: last + 1))
    }
    return order
  }
}
