internal import Numbers

/// Horizontal bars with intervals, in groups: a mean of each condition.
public struct BarChart: Sendable, Equatable {
  /// One bar.
  public struct Bar: Sendable, Equatable {
    /// What stands to its left.
    public let label: String

    /// How long it is, from 0.
    public let value: Double

    /// What the value may as well be, drawn as whiskers.
    public let interval: ClosedRange<Double>?

    /// What stands to its right; nil for the value and its interval.
    public let caption: String?

    /// Creates a bar.
    ///
    /// - Parameter caption: Stands to its right; nil for the value and the
    ///   ends of its interval, with as many decimals as the axis gives sense to.
    public init(
      _ label: String,
      _ value: Double,
      in interval: ClosedRange<Double>? = nil,
      caption: String? = nil
    ) {
      self.label = label
      self.value = value
      self.interval = interval
      self.caption = caption
    }
  }

  /// Bars under a heading, all of one color.
  public struct Group: Sendable, Equatable {
    /// The heading; empty for none.
    public let name: String

    /// The bars from the top.
    public let bars: [Bar]

    /// Heads bars.
    public init(_ name: String, _ bars: [Bar]) {
      self.name = name
      self.bars = bars
    }
  }

  /// What is shown, one line.
  public let title: String

  /// What lengths measure; bars start at 0, so it must be linear.
  public let axis: Axis

  /// The groups from the top.
  public let groups: [Group]

  /// Describes a chart; the axis must be able to show every value and interval.
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

  /// What stands to the right of a bar.
  func caption(of bar: Bar) -> String {
    if let caption = bar.caption { return caption }
    let shown = fittedAxis.shown
    let exponent = Logarithm.decimal(shown.upperBound - shown.lowerBound)
    // A hundredth of the axis is the least one can see.
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
