/// Intervals and quantiles at 95%.
package enum Statistics {
  /// The quantile of the normal distribution that leaves 2.5% on either side.
  package static let normalQuantile = 1.959_964

  /// The score interval of the share k of n, within 0…1: Wilson (1927).
  ///
  /// - Precondition: `n` is above 0, and `k` is 0…n.
  package static func wilsonInterval(
    _ k: Int, of n: Int
  ) -> ClosedRange<Double> {
    precondition(n > 0 && 0...n ~= k, "\(k) of \(n)")
    let z = normalQuantile
    let (count, p) = (Double(n), Double(k) / Double(n))
    let scale = 1 / (1 + z * z / count)
    let middle = scale * (p + z * z / (2 * count))
    let variance = p * (1 - p) / count + z * z / (4 * count * count)
    let reach = scale * z * variance.squareRoot()
    // Exact at the ends, which rounding would exclude.
    let low = k == 0 ? 0 : max(0, middle - reach)
    return low...(k == n ? 1 : min(1, middle + reach))
  }

  /// The quantile t that leaves 2.5% on either side, for a number of degrees of
  /// freedom, within 0.001.
  ///
  /// Tabulated up to 4; beyond, the expansion of Fisher & Cornish (1960) in the
  /// powers of 1/ν.
  package static func studentQuantile(degrees: Int) -> Double {
    precondition(degrees > 0, "Student's t of \(degrees) degrees of freedom")
    switch degrees {
    case 1: return 12.706_205
    case 2: return 4.302_653
    case 3: return 3.182_446
    case 4: return 2.776_445
    default:
      let z = normalQuantile
      let (z2, v) = (z * z, Double(degrees))
      let g1 = z * (z2 + 1) / 4
      let g2 = z * (5 * z2 * z2 + 16 * z2 + 3) / 96
      let g3 = z * (((3 * z2 + 19) * z2 + 17) * z2 - 15) / 384
      let g4 =
        z * ((((79 * z2 + 776) * z2 + 1482) * z2 - 1920) * z2 - 945) / 92_160
      return z + (g1 + (g2 + (g3 + g4 / v) / v) / v) / v
    }
  }
}
