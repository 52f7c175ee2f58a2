/// Numbers as text, the same on every machine.
package enum NumberFormat {
  /// Stands for a number that does not exist.
  package static let none = "-"

  /// `61,440`.
  package static func grouped(_ number: Int) -> String {
    var digits = String(number.magnitude)
    var groups: [Substring] = []
    while digits.count > 3 {
      groups.insert(digits.suffix(3), at: 0)
      digits.removeLast(3)
    }
    groups.insert(digits[...], at: 0)
    return (number < 0 ? "-" : "") + groups.joined(separator: ",")
  }

  /// A fixed number of decimals, ties away from zero, and never `-0`.
  package static func decimal(
    _ number: Double, places: Int,
    rounding rule: FloatingPointRoundingRule = .toNearestOrAwayFromZero
  ) -> String {
    precondition(places >= 0, "\(places) decimals asked for")
    guard number.isFinite else { return none }
    let scale = (0..<min(places, 15)).reduce(1.0) { scale, _ in scale * 10 }
    let scaled = (number * scale).rounded(rule)
    // Beyond, a Double has no decimals to show.
    guard places <= 15, abs(scaled) < 0x1p53 else { return number.description }
    let (whole, rest) = Int(abs(scaled)).quotientAndRemainder(
      dividingBy: Int(scale)
    )
    let sign = scaled < 0 ? "-" : ""
    guard places > 0 else { return "\(sign)\(whole)" }
    let digits = String(rest)
    let zeros = String(repeating: "0", count: places - digits.count)
    return "\(sign)\(whole).\(zeros)\(digits)"
  }

  /// `12,500`, `1000`, `0.25`: a fixed number of decimals, thousands grouped
  /// from five digits on.
  package static func label(_ number: Double, places: Int) -> String {
    let text = decimal(number, places: places)
    let whole = text.prefix { $0 != "." }
    guard let integer = Int(whole), integer.magnitude >= 10_000 else {
      return text
    }
    return grouped(integer) + text.dropFirst(whole.count)
  }

  /// `12`, `-0.5`: at most `places` decimals, ties away from zero, without
  /// zeros at the end; never `-0`. Below 0.0001 it has an exponent.
  package static func shortest(_ number: Double, places: Int) -> String {
    let scale = (0..<places).reduce(1.0) { scale, _ in scale * 10 }
    let rounded = (number * scale).rounded() / scale
    let text = "\(rounded == 0 ? 0 : rounded)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// `61%` of a fraction of 1.
  package static func percent(_ fraction: Double, places: Int = 0) -> String {
    let text = decimal(fraction * 100, places: places)
    return text == none ? none : text + "%"
  }

  /// The share done, rounded down: 100% means all.
  package static func progress(_ done: Int, of total: Int) -> String {
    guard total > 0 else { return none }
    let fraction = Double(done) / Double(total)
    return decimal(
      min(1, max(0, fraction)) * 100, places: 0, rounding: .down
    ) + "%"
  }

  /// `850`, `8.4k`, `210k`, `1.2M`, for `games/s` to follow.
  package static func rate(_ count: Int, seconds: Double) -> String {
    let rate = Double(count) / seconds
    guard rate.isFinite, rate >= 0 else { return none }
    var number = rate
    for unit in ["", "k", "M", "G"] {
      if number < 9.95, unit != "" {
        return decimal(number, places: 1) + unit
      }
      if number < 999.5 { return decimal(number, places: 0) + unit }
      number /= 1000
    }
    return ">999G"
  }

  /// `0:07`, `12:30`, `3:05:00`; `-:--` for a time not known.
  package static func time(seconds: Double) -> String {
    guard seconds.isFinite, seconds >= 0, seconds < 360_000 else {
      return "-:--"
    }
    let total = Int(seconds.rounded())
    let (minutes, second) = total.quotientAndRemainder(dividingBy: 60)
    let (hour, minute) = minutes.quotientAndRemainder(dividingBy: 60)
    return hour == 0
      ? "\(minute):\(padded(second))"
      : "\(hour):\(padded(minute)):\(padded(second))"
  }

  /// The time left at the speed so far.
  package static func timeLeft(
    _ done: Int, of total: Int, after seconds: Double
  ) -> String {
    guard done < total else { return time(seconds: 0) }
    return time(seconds: seconds / Double(done) * Double(total - done))
  }

  /// `██████░░░░`, full only at the end.
  ///
  /// - Precondition: `cells` is not negative.
  package static func bar(_ fraction: Double, cells: Int) -> String {
    precondition(cells >= 0, "a bar of \(cells) cells")
    let share = fraction.isFinite ? min(1, max(0, fraction)) : 0
    let full = Int(share * Double(cells))
    return String(repeating: "█", count: full)
      + String(repeating: "░", count: cells - full)
  }

  private static func padded(_ number: Int) -> String {
    number < 10 ? "0\(number)" : String(number)
  }
}
