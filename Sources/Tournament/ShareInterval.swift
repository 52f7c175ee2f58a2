/// The share k of n with its 95% interval.
public struct ShareInterval: Sendable, Equatable {
  /// How many there are.
  public let count: Int

  /// The interval's lower end, 0…1.
  public let low: Double

  /// The interval's upper end, 0…1.
  public let high: Double

  /// The score interval of Wilson (1927). Where openings take turns it is
  /// wider than it need be.
  ///
  /// - Precondition: `games` is above 0.
  public init(_ count: Int, of games: Int) {
    precondition(games > 0 && 0...games ~= count, "\(count) of \(games)")
    let z = 1.959_964
    let (n, p) = (Double(games), Double(count) / Double(games))
    let scale = 1 / (1 + z * z / n)
    let middle = scale * (p + z * z / (2 * n))
    let variance = p * (1 - p) / n + z * z / (4 * n * n)
    let reach = scale * z * variance.squareRoot()
    self.count = count
    // At the ends exactly, where rounding would leave them out.
    low = count == 0 ? 0 : max(0, middle - reach)
    high = count == games ? 1 : min(1, middle + reach)
  }
}
