internal import NeuralNetwork
internal import Players
public import TicTacToe

/// Which symmetry classes a learner is shown; the others are held out.
public enum TrainTestSplit {
  /// The canonical positions of the classes shown: the first of the seed's own
  /// order, so that a larger fraction shows all that a smaller one does.
  ///
  /// - Complexity: O(classes).
  public static func shown(
    fraction: Float, of classes: DecisionClasses, seed: UInt64
  ) -> Set<Position> {
    let order = order(of: classes, seed: seed)
    let count = Int((Float(order.count) * fraction).rounded())
    return Set(order.prefix(count))
  }

  /// The canonical positions in the seed's own order.
  ///
  /// - Complexity: O(classes).
  package static func order(
    of classes: DecisionClasses, seed: UInt64
  ) -> [Position] {
    var rng = SeededGenerator(seed: seed, stream: RandomStream.classes)
    var order = classes.representatives
    for last in order.indices.reversed() {
      order.swapAt(last, rng.next(below: last + 1))
    }
    return order
  }
}
