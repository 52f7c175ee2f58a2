/// Decimal logarithms and powers, with the same bits on every machine.
package enum Logarithm {
  /// The decimal logarithm of a positive number, to within 1e-14 of the larger
  /// of it and 1.
  package static func decimal(_ number: Double) -> Double {
    precondition(
      number > 0 && number.isFinite,
      "the logarithm of \(number), expected more than 0"
    )
    var (fraction, exponent) = (number.significand, Double(number.exponent))
    if fraction > 1.4142135623730951 {
      fraction /= 2
      exponent += 1
    }
    // ln m = 2 artanh((m − 1) / (m + 1)); the argument is at most 0.172.
    let t = (fraction - 1) / (fraction + 1)
    var (sum, power) = (0.0, t)
    for n in 0..<12 {
      sum += power / Double(2 * n + 1)
      power *= t * t
    }
    let ln10 = 2.302585092994046
    let log2 = 0.3010299956639812
    return exponent * log2 + 2 * sum / ln10
  }

  /// Ten to the power of a whole number of −300…300; exact from 0 to 22.
  package static func power(_ exponent: Int) -> Double {
    precondition(
      (-300...300).contains(exponent),
      "10 to the power of \(exponent), expected −300…300"
    )
    let power = (0..<abs(exponent)).reduce(1.0) { power, _ in power * 10 }
    return exponent < 0 ? 1 / power : power
  }
}
