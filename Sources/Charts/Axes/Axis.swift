/// The label, the scale and the range of an axis.
///
/// It can show numbers of a magnitude up to 1e100; a logarithmic scale shows
/// 1e-100…1e100.
public struct Axis: Sendable, Equatable {
  /// The way from numbers to lengths.
  public enum Scale: Sendable, Equatable {
    /// The same length for the same difference.
    case linear

    /// The same length for the same ratio; for positive numbers only.
    case logarithmic
  }

  /// The quantity with its unit.
  public let label: String
  public let scale: Scale

  /// The range shown; nil fits the data.
  public let range: ClosedRange<Double>?

  /// - Precondition: The axis can show the ends of the range.
  public init(
    _ label: String, scale: Scale = .linear, range: ClosedRange<Double>? = nil
  ) {
    if let range {
      precondition(
        scale.shows(range.lowerBound) && scale.shows(range.upperBound),
        "\(range) on a \(scale) axis"
      )
    }
    self.label = label
    self.scale = scale
    self.range = range
  }
}

extension Axis.Scale {
  func shows(_ number: Double) -> Bool {
    switch self {
    case .linear: number.magnitude <= 1e100
    case .logarithmic: (1e-100...1e100).contains(number)
    }
  }
}

/// An axis fitted to its data; places on it are fractions of its length.
package struct FittedAxis {
  package let axis: Axis

  /// The range shown, in the units of the data; never empty.
  package let shown: ClosedRange<Double>

  private var low: Double
  private var span: Double

  /// Fits an axis around numbers that it can show.
  package init(_ axis: Axis, around numbers: some Sequence<Double>) {
    var shown = axis.range
    for number in numbers {
      precondition(
        axis.scale.shows(number),
        "\(number) on the \(axis.scale) axis \(axis.label)"
      )
      guard axis.range == nil else { continue }
      let range = shown ?? number...number
      shown =
        min(range.lowerBound, number)...max(range.upperBound, number)
    }
    let range = FittedAxis.widened(
      shown ?? (axis.scale == .linear ? 0...1 : 1...10), axis.scale
    )
    self.axis = axis
    self.shown = range
    switch axis.scale {
    case .linear:
      low = range.lowerBound
      span = range.upperBound - range.lowerBound
    case .logarithmic:
      low = Logarithm.decimal(range.lowerBound)
      span = Logarithm.decimal(range.upperBound) - low
    }
  }

  /// The axis with more room at both ends, as a fraction of its length; an axis
  /// with a range of its own stays.
  package func padded(by margin: Double) -> FittedAxis {
    guard axis.range == nil else { return self }
    var padded = self
    padded.low -= span * margin
    padded.span += span * margin * 2
    return padded
  }

  /// The place of a number: 0 at the start of the axis, 1 at its end; numbers
  /// beyond the range are clamped.
  package func fraction(_ number: Double) -> Double {
    let number = min(max(number, shown.lowerBound), shown.upperBound)
    let length =
      axis.scale == .linear ? number : Logarithm.decimal(number)
    return (length - low) / span
  }

  package func ticks(about count: Int) -> [Tick] {
    switch axis.scale {
    case .linear: Tick.linear(in: shown, about: count)
    case .logarithmic: Tick.logarithmic(in: shown, about: count)
    }
  }

  /// A wider range in place of a single number.
  private static func widened(
    _ range: ClosedRange<Double>, _ scale: Axis.Scale
  ) -> ClosedRange<Double> {
    let (low, high) = (range.lowerBound, range.upperBound)
    let isNarrow = high - low <= max(low.magnitude, high.magnitude) * 1e-9
    guard isNarrow else { return range }
    switch scale {
    case .linear:
      let margin = low == 0 ? 1 : low.magnitude / 2
      return (low - margin)...(high + margin)
    case .logarithmic: return (low / 2)...(high * 2)
    }
  }
}
