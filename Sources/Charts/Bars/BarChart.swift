internal import Numbers

/// Horizontal bars with intervals, in groups: a mean of each condition.
public struct BarChart: Sendable, Equatable {
  public struct Bar: Sendable, Equatable {
    /// The text to its left.
    public let label: String

    /// The length, from 0.
    public let value: Double

    /// The uncertainty of the value, drawn as whiskers.
    public let interval: ClosedRange<Double>?

    public init(
      _ label: String, _ value: Double, in interval: ClosedRange<Double>? = nil
    ) {
      self.label = label
      self.value = value
      self.interval = interval
    }
  }

  /// Bars under a heading, all of one color.
  public struct Group: Sendable, Equatable {
    /// The heading; empty for none.
    public let name: String

    /// The bars from the top.
    public let bars: [Bar]

    public init(_ name: String, _ bars: [Bar]) {
      self.name = name
      self.bars = bars
    }
  }

  /// The heading, one line.
  public let title: String

  /// The axis of lengths; it is linear, since bars start at 0.
  public let axis: Axis

  /// The groups from the top.
  public let groups: [Group]

  /// - Precondition: The axis can show every value and interval.
  public init(title: String, axis: Axis, groups: [Group]) {
    precondition(axis.scale == .linear, "bars on a \(axis.scale) axis")
    self.title = title
    self.axis = axis
    self.groups = groups
    _ = fittedAxis
  }

  var fittedAxis: FittedAxis {
    let numbers = groups.flatMap { group in
      group.bars.flatMap { bar in
        [bar.value]
          + (bar.interval.map { [$0.lowerBound, $0.upperBound] } ?? [])
      }
    }
    return FittedAxis(axis, around: [0] + numbers)
  }

  /// The text to the right of a bar: the value and its interval, with decimals
  /// that suit the axis.
  func caption(of bar: Bar) -> String {
    let shown = fittedAxis.shown
    let exponent = Logarithm.decimal(shown.upperBound - shown.lowerBound)
    // The eye resolves a hundredth of the axis.
    let places = max(0, 2 - Int((exponent + 1e-9).rounded(.down)))
    func text(_ number: Double) -> String {
      NumberFormat.label(number, places: places)
    }
    let ends = bar.interval.map {
      " [\(text($0.lowerBound)), \(text($0.upperBound))]"
    }
    return text(bar.value) + (ends ?? "")
  }
}
