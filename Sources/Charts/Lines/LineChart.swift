/// Named curves over two axes, for the browser, for paper and for the terminal.
public struct LineChart: Sendable, Equatable {
  public struct Point: Sendable, Equatable {
    public let x: Double
    public let y: Double

    /// The uncertainty of y, drawn as a band around the curve.
    public let interval: ClosedRange<Double>?

    public init(
      _ x: Double, _ y: Double, in interval: ClosedRange<Double>? = nil
    ) {
      self.x = x
      self.y = y
      self.interval = interval
    }
  }

  /// A curve: its points are joined in their order.
  public struct Series: Sendable, Equatable {
    public let name: String

    /// The points; the legend names a curve without points too.
    public let points: [Point]

    public init(_ name: String, _ points: [Point]) {
      self.name = name
      self.points = points
    }
  }

  /// The heading, one line.
  public let title: String
  public let x: Axis
  public let y: Axis

  /// The curves, in the order of the legend.
  public let series: [Series]

  /// - Precondition: The axes can show every coordinate; intervals are clipped.
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

  /// The vertical axis around every point, with or without the intervals.
  func fittedY(withIntervals: Bool) -> FittedAxis {
    let points = series.flatMap(\.points)
    let ends = points.compactMap(\.interval)
      .flatMap { [$0.lowerBound, $0.upperBound] }
      .filter { y.scale.shows($0) }
    return FittedAxis(y, around: points.map(\.y) + (withIntervals ? ends : []))
  }
}
