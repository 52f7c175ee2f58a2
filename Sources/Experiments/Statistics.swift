/// An estimate with a 95% interval.
public struct Estimate: Sendable, Equatable {
  /// How many values it is made from.
  public let count: Int

  /// The mean, or the share.
  public let value: Double

  /// The interval's lower end.
  public let low: Double

  /// The interval's upper end.
  public let high: Double

  /// The mean with Student's interval; nil of no values, a point of one.
  public init?(mean values: [Double]) {
    guard !values.isEmpty else { return nil }
    let n = Double(values.count)
    let mean = values.reduce(0, +) / n
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let error = n > 1 ? (squares / (n - 1) / n).squareRoot() : 0
    let reach = n > 1 ? studentQuantile(degrees: values.count - 1) * error : 0
    (count, value) = (values.count, mean)
    (low, high) = (mean - reach, mean + reach)
  }

  /// The share k of n with the score interval; nil of no values.
  ///
  /// Wilson (1927).
  public init?(share k: Int, of n: Int) {
    guard n > 0 else { return nil }
    precondition(0 <= k && k <= n, "\(k) of \(n)")
    let z = 1.959_964
    let (count, p) = (Double(n), Double(k) / Double(n))
    let scale = 1 / (1 + z * z / count)
    let middle = scale * (p + z * z / (2 * count))
    let variance = p * (1 - p) / count + z * z / (4 * count * count)
    let reach = scale * z * variance.squareRoot()
    self.count = n
    value = p
    (low, high) = (max(0, middle - reach), min(1, middle + reach))
  }
}

/// The quantile t that leaves 2.5% on either side, for a number of degrees of
/// freedom, within 0.001.
///
/// Tabulated up to 4; beyond, the expansion of Fisher & Cornish (1960) in the
/// powers of 1/ν.
func studentQuantile(degrees: Int) -> Double {
  precondition(degrees > 0, "Student's t of \(degrees) degrees of freedom")
  switch degrees {
  case 1: return 12.706_205
  case 2: return 4.302_653
  case 3: return 3.182_446
  case 4: return 2.776_445
  default:
    let z = 1.959_964
    let (z2, v) = (z * z, Double(degrees))
    let g1 = z * (z2 + 1) / 4
    let g2 = z * (5 * z2 * z2 + 16 * z2 + 3) / 96
    let g3 = z * (((3 * z2 + 19) * z2 + 17) * z2 - 15) / 384
    let g4 =
      z * ((((79 * z2 + 776) * z2 + 1482) * z2 - 1920) * z2 - 945) / 92_160
    return z + (g1 + (g2 + (g3 + g4 / v) / v) / v) / v
  }
}
