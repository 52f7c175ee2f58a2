/// A weight left the range in which training makes sense: the learning rate is
/// too high.
public struct Divergence: Error, Equatable {
  /// The greatest magnitude a weight may have.
  public static let bound: Float = 1e6

  /// The games played before the update that diverged.
  public let games: Int
}
