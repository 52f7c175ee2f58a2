/// Named curves over two axes, for the browser, for paper and for the terminal.
public struct LineChart: Sendable, Equatable {
  /// A point of a curve.
  public struct Point: Sendable, Equatable {
    /// Where it lies along the first axis.
    public let x: Double

    /// Where it lies along the second.
    public let y: Double

    /// What y may as well be, drawn as a band around the curve.
    public let interval: ClosedRange<Double>?

    /// Creates a point, with or without an interval.
    public init(
      _ x: Double,
      _ y: Double,
      in interval: ClosedRange<Double>? = nil
    ) {
      self.x = x
      self.y = y
      self.interval = interval
    }
  }

  /// A curve: its points are joined in their order.
  public struct Series: Sendable, Equatable {
    /// What the legend calls it.
    public let name: String

    /// Its points; none make a curve that only the legend names.
    public let points: [Point]

    /// Names a curve.
    public init(_ name: String, _ points: [Point]) {
      self.name = name
      self.points = points
    }
  }

  /// What is shown, one line.
  public let title: String

  /// The horizontal axis.
  public let x: Axis

  /// The vertical axis.
  public let y: Axis

  /// The curves, in the order of the legend.
  public let series: [Series]

  /// Describes a chart.
  ///
  /// Every coordinate must be a number that its axis can show; of an interval,
  /// what cannot be shown is cut off.
  public init(title: String, x: Axis, y: Axis, series: [Series]) {
    self.title = title
    self.x = x
    self.y = y
    self.series = series
    _ = fittedX
    _ = fittedY(withIntervals: true)
  }

  var fittedX: FittedAxis {
    FittedAxis(x, around: series.flatMap { $0.points.map(\.x) })
  }

  /// The second axis around every point, with their intervals or without.
  func fittedY(withIntervals: Bool) -> FittedAxis {
    let points = series.flatMap(\.points)
    let ends = points.compactMap(\.interval)
      .flatMap { [$0.lowerBound, $0.upperBound] }
      .filter { y.scale.shows($0) }
    return FittedAxis(y, around: points.map(\.y) + (withIntervals ? ends : []))
  }
}
