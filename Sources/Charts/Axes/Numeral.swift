/// Numbers as the labels of charts have them.
package enum Numeral {
  /// `12,500`, `0.25`: a fixed number of decimals, thousands grouped, ties away
  /// from zero; never `-0`.
  ///
  /// - Precondition: `number` is finite.
  package static func text(_ number: Double, places: Int) -> String {
    precondition(number.isFinite, "\(number) as a label")
    let scaled = (number * Logarithm.power(min(max(places, 0), 15)))
      .rounded(.toNearestOrAwayFromZero)
    guard places <= 15, scaled.magnitude < 0x1p53 else {
      return number.description
    }
    var digits = String(Int(scaled.magnitude))
    var decimals = ""
    if places > 0 {
      let missing = max(0, places + 1 - digits.count)
      digits = String(repeating: "0", count: missing) + digits
      decimals = "." + digits.suffix(places)
      digits.removeLast(places)
    }
    var groups = ""
    for (index, digit) in digits.enumerated() {
      let rest = digits.count - index
      if index > 0, rest % 3 == 0, digits.count > 4 { groups += "," }
      groups.append(digit)
    }
    return (scaled < 0 ? "-" : "") + groups + decimals
  }

  /// `0.001`, `20`, `5k`, `1M`: one significant digit, for logarithmic axes;
  /// with an exponent beyond a billion and below a ten-thousandth.
  package static func short(_ number: Double) -> String {
    let exponent = Int((Logarithm.decimal(number) + 1e-9).rounded(.down))
    switch exponent {
    case -4..<0: return text(number, places: -exponent)
    case 0..<3: return text(number, places: 0)
    case 3..<6: return text(number / 1e3, places: 0) + "k"
    case 6..<9: return text(number / 1e6, places: 0) + "M"
    default:
      let digit =
        exponent < 0
        ? number * Logarithm.power(-exponent)
        : number / Logarithm.power(exponent)
      return text(digit, places: 0) + "e\(exponent)"
    }
  }
}
