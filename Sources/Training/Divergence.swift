internal import NeuralNetwork

/// A weight left the range in which training makes sense: the learning rate is
/// too high.
public struct Divergence: Error, Equatable {
  /// The greatest magnitude a weight may have.
  public static let bound: Float = 1e6

  /// The games played, or steps made, before the update that diverged.
  public let done: Int

  /// Checks a network after an update.
  static func check(_ network: Network, done: Int) throws(Divergence) {
    // Below this bound no logit can overflow; NaN compares false.
    let isSound = network.parameters.allSatisfy { $0.magnitude <= bound }
    guard isSound else { throw Divergence(done: done) }
  }
}
