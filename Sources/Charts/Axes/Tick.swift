internal import Numbers

/// A place on an axis, with its label.
package struct Tick: Equatable {
  package var value: Double

  package var label: String

  /// About `count` evenly spaced round numbers within a range that is not
  /// empty, in steps of 1, 2 or 5 times a power of ten.
  package static func linear(
    in range: ClosedRange<Double>, about count: Int
  ) -> [Tick] {
    let rough =
      (range.upperBound - range.lowerBound) / Double(max(count, 1)) * 0.7
    var exponent = Int(Logarithm.decimal(rough).rounded(.down))
    // The first step that is not too fine. Rounding may have put a power of ten
    // on the wrong side, so the steps of the next power follow.
    let steps = [1, 2, 5, 10, 20, 50]
    func multiple(_ number: Double) -> Double {
      // Ten to a negative power is not exact; a quotient is rounded once.
      exponent < 0
        ? number / Logarithm.power(-exponent)
        : number * Logarithm.power(exponent)
    }
    var step = steps.first { multiple(Double($0)) >= rough } ?? 100
    if step >= 10 {
      step /= 10
      exponent += 1
    }
    let unit = multiple(Double(step))
    let first = (range.lowerBound / unit - 1e-9).rounded(.up)
    let last = (range.upperBound / unit + 1e-9).rounded(.down)
    return stride(from: first, through: last, by: 1).map { number in
      let value = multiple(number * Double(step))
      return Tick(
        value: value,
        label: NumberFormat.label(value, places: max(0, -exponent))
      )
    }
  }

  /// The powers of ten within a range of positive numbers: every second or
  /// third of many, and 2 and 5 times each of few.
  package static func logarithmic(
    in range: ClosedRange<Double>, about count: Int
  ) -> [Tick] {
    let low = Logarithm.decimal(range.lowerBound) - 1e-9
    let high = Logarithm.decimal(range.upperBound) + 1e-9
    let decades = Int(low.rounded(.up))..<(Int(high.rounded(.down)) + 1)
    if decades.count <= 2 {
      let around = (decades.lowerBound - 1)..<(decades.upperBound + 1)
      let ticks = around.flatMap { exponent in
        [1.0, 2, 5].map { step in
          exponent < 0
            ? step / Logarithm.power(-exponent)
            : step * Logarithm.power(exponent)
        }
      }
      .filter { (low...high).contains(Logarithm.decimal($0)) }
      if ticks.count >= 2 { return ticks.map { Tick(value: $0) } }
      return linear(in: range, about: count)
    }
    let step = (decades.count + count) / (count + 1)
    return decades.filter { ($0 - decades.lowerBound) % max(step, 1) == 0 }
      .map { Tick(value: Logarithm.power($0)) }
  }
}

extension Tick {
  /// A tick of a logarithmic axis, its label one significant digit: `0.001`,
  /// `20`, `5k`, `1M`; with an exponent beyond a billion and below a
  /// ten-thousandth.
  package init(value: Double) {
    let exponent = Int((Logarithm.decimal(value) + 1e-9).rounded(.down))
    func label(_ number: Double, places: Int = 0) -> String {
      NumberFormat.decimal(number, places: places)
    }
    self.value = value
    self.label =
      switch exponent {
      case -4..<0: label(value, places: -exponent)
      case 0..<3: label(value)
      case 3..<6: label(value / 1e3) + "k"
      case 6..<9: label(value / 1e6) + "M"
      case ..<0: label(value * Logarithm.power(-exponent)) + "e\(exponent)"
      default: label(value / Logarithm.power(exponent)) + "e\(exponent)"
      }
  }
}
