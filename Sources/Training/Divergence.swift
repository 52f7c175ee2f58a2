internal import NeuralNetwork

/// A weight or a gradient exceeded its bound: the learning rate is too high.
public struct Divergence: Error, Equatable {
  public static let bound: Float = 1e6

  /// The games played, or steps made, before the update that diverged.
  public let done: Int

  /// The greatest magnitude a gradient may have: its square is finite.
  static let gradientBound: Float = 1e15

  static func check(gradient: [Float], done: Int) throws(Divergence) {
    guard gradient.allSatisfy({ $0.magnitude <= gradientBound }) else {
      throw Divergence(done: done)
    }
  }

  static func check(_ network: Network, done: Int) throws(Divergence) {
    // NaN compares false. Up to one hidden layer the bound on weights keeps
    // every output from overflowing; beyond, the outputs have their own.
    let isSound =
      network.parameters.allSatisfy { $0.magnitude <= bound }
      && (network.sizes.count <= 3
        || network.outputBound < Network.largestOutput)
    guard isSound else { throw Divergence(done: done) }
  }
}
