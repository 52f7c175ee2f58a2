/// Where an axis has its marks.
enum Ticks {
  /// About `count` round values in a range.
  static func linear(_ range: ClosedRange<Double>, count: Int) -> [Double] {
    let span = range.upperBound - range.lowerBound
    var step = 1.0
    while step * Double(count) > span { step /= 10 }
    while step * Double(count) * 10 <= span { step *= 10 }
    // A step of 1, 2 or 5 times a power of ten.
    if step * 5 * Double(count) <= span {
      step *= 5
    } else if step * 2 * Double(count) <= span {
      step *= 2
    }
    let first = (range.lowerBound / step).rounded(.up)
    let last = (range.upperBound / step + 1e-9).rounded(.down)
    guard first <= last else { return [] }
    return stride(from: first, through: last, by: 1).map { $0 * step }
  }

  /// The powers of ten in a positive range.
  static func logarithmic(_ range: ClosedRange<Double>) -> [Double] {
    precondition(range.lowerBound > 0, "a logarithm over \(range)")
    var tick = 1.0
    while tick > range.lowerBound { tick /= 10 }
    while tick < range.lowerBound * 0.999_999 { tick *= 10 }
    var ticks: [Double] = []
    while tick <= range.upperBound * 1.000_001 {
      ticks.append(tick)
      tick *= 10
    }
    return ticks
  }

  /// A value in few digits.
  static func label(_ value: Double) -> String {
    if value.magnitude >= 1e6 || value != 0 && value.magnitude < 1e-3 {
      return "\(Float(value))"
    }
    let rounded = (value * 1000).rounded() / 1000
    let text = "\(rounded == 0 ? 0 : rounded)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
