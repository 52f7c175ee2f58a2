internal import NeuralNetwork

/// A weight or a gradient exceeded its bound: the learning rate is too high.
public struct Divergence: Error, Equatable {
  public static let bound: Float = 1e6

  /// The games played, or steps made, before the update that diverged.
  public let done: Int

  /// The greatest magnitude a gradient may have: its square is finite.
  static let gradientBound: Float = 1e15

  static func check(gradient: [Float], done: Int) throws(Divergence) {
    guard gradient.areAll(within: gradientBound) else {
      throw Divergence(done: done)
    }
  }

  static func check(_ network: Network, done: Int) throws(Divergence) {
    // NaN compares false. Up to one hidden layer the bound on weights keeps
    // every output from overflowing; beyond, the outputs have their own.
    let isSound =
      network.parameters.areAll(within: bound)
      && (network.sizes.count <= 3
        || network.outputBound < Network.largestOutput)
    guard isSound else { throw Divergence(done: done) }
  }
}

extension [Float] {
  /// Whether no number's magnitude exceeds a bound; false for NaN. Every one is
  /// looked at, which is faster than to stop at the first; where the loop is
  /// inlined, it is not vectorized.
  @inline(never)
  fileprivate func areAll(within bound: Float) -> Bool {
    let numbers = span
    var exceeding: UInt32 = 0
    for i in numbers.indices {
      exceeding |= numbers[i].magnitude <= bound ? 0 : 1
    }
    return exceeding == 0
  }
}
