internal import Numbers

/// An estimate with a 95% interval.
public struct Estimate: Sendable, Equatable {
  public let count: Int

  /// The mean, or the share.
  public let value: Double

  public let low: Double
  public let high: Double

  /// The mean with Student's interval; nil of no values, a point of one.
  public init?(mean values: [Double]) {
    guard !values.isEmpty else { return nil }
    let n = Double(values.count)
    let mean = values.reduce(0, +) / n
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let error = n > 1 ? (squares / (n - 1) / n).squareRoot() : 0
    let reach =
      n > 1
      ? Statistics.studentQuantile(degrees: values.count - 1) * error : 0
    (count, value) = (values.count, mean)
    (low, high) = (mean - reach, mean + reach)
  }

  /// The share k of n with the score interval; nil of no values.
  public init?(share k: Int, of n: Int) {
    guard n > 0 else { return nil }
    let interval = Statistics.wilsonInterval(k, of: n)
    (count, value) = (n, Double(k) / Double(n))
    (low, high) = (interval.lowerBound, interval.upperBound)
  }
}
