/// How coordinates are written.
package enum SVGNumber {
  /// A number with at most two decimals and no zeros at the end: `12`, `-0.5`.
  ///
  /// Ties go away from zero; never `-0`, and the same on every machine.
  package static func text(_ number: Double) -> String {
    precondition(
      number.magnitude < 1e12,
      "a coordinate of \(number), expected less than 1e12"
    )
    let hundredths = Int((number * 100).rounded(.toNearestOrAwayFromZero))
    let (whole, rest) = Int(hundredths.magnitude).quotientAndRemainder(
      dividingBy: 100
    )
    let sign = hundredths < 0 ? "-" : ""
    if rest == 0 { return "\(sign)\(whole)" }
    if rest % 10 == 0 { return "\(sign)\(whole).\(rest / 10)" }
    return "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }
}
