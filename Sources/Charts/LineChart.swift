/// Curves over one pair of axes.
public struct LineChart: Sendable {
  /// A curve.
  public struct Series: Sendable {
    /// What it stands for.
    public let name: String

    /// Its points, from left to right.
    public let points: [Point]

    /// Creates a curve.
    public init(name: String, points: [Point]) {
      self.name = name
      self.points = points
    }
  }

  /// A point of a curve, with an interval where there is one.
  public struct Point: Sendable {
    let x: Double
    let y: Double
    let interval: ClosedRange<Double>?

    /// Creates a point.
    public init(x: Double, y: Double, interval: ClosedRange<Double>? = nil) {
      precondition(x.isFinite && y.isFinite, "a point at \(x), \(y)")
      self.x = x
      self.y = y
      self.interval = interval
    }
  }

  /// What an axis measures.
  public struct Axis: Sendable {
    let label: String
    let isLogarithmic: Bool

    /// Names an axis; on a logarithmic one, points that are not positive are
    /// left out.
    public init(_ label: String, isLogarithmic: Bool = false) {
      self.label = label
      self.isLogarithmic = isLogarithmic
    }

    /// Whether a value has a place on it.
    fileprivate func shows(_ value: Double) -> Bool {
      !isLogarithmic || value > 0
    }

    /// Where the values lie; wide enough to divide by.
    fileprivate func range(of values: [Double]) -> ClosedRange<Double> {
      let shown = values.filter(shows)
      let low = shown.min() ?? (isLogarithmic ? 1 : 0)
      let high = shown.max() ?? 1
      if low < high { return low...high }
      return isLogarithmic ? low...low * 10 : low...low + 1
    }

    fileprivate func ticks(_ range: ClosedRange<Double>) -> [Double] {
      isLogarithmic ? Ticks.logarithmic(range) : Ticks.linear(range, count: 5)
    }

    /// How far along the axis a value lies, from 0 to 1.
    fileprivate func share(
      of value: Double,
      in range: ClosedRange<Double>
    ) -> Double {
      func place(_ value: Double) -> Double {
        isLogarithmic ? Axis.logarithm(value) : value
      }
      let (low, high) = (place(range.lowerBound), place(range.upperBound))
      return (place(value) - low) / (high - low)
    }

    /// The logarithm to base 2 by halving and squaring, without a C library.
    private static func logarithm(_ value: Double) -> Double {
      var (result, rest, bit) = (Double(value.exponent), value.significand, 0.5)
      for _ in 0..<30 {
        rest *= rest
        if rest >= 2 {
          rest /= 2
          result += bit
        }
        bit /= 2
      }
      return result
    }
  }

  private let title: String
  private let x: Axis
  private let y: Axis
  private let series: [Series]

  /// Creates a chart.
  public init(title: String, x: Axis, y: Axis, series: [Series]) {
    self.title = title
    self.x = x
    self.y = y
    self.series = series.map { series in
      Series(
        name: series.name,
        points: series.points.filter { x.shows($0.x) && y.shows($0.y) }
      )
    }
  }

  /// The chart as an SVG document; the legend stands beside the curves.
  public var svg: String {
    let frame = (left: 70.0, top: 40.0, right: 500.0, bottom: 340.0)
    var svg = SVG(width: 720, height: 400)
    svg.write(title, x: 10, y: 24, size: 15)
    let points = series.flatMap(\.points)
    let xs = x.range(of: points.map(\.x))
    let ys = y.range(
      of: points.flatMap {
        [
          $0.y, $0.interval?.lowerBound ?? $0.y,
          $0.interval?.upperBound ?? $0.y,
        ]
      }
    )
    func place(_ px: Double, _ py: Double) -> (x: Double, y: Double) {
      let across = x.share(of: px, in: xs)
      let up = min(max(y.shows(py) ? y.share(of: py, in: ys) : 0, 0), 1)
      return (
        frame.left + across * (frame.right - frame.left),
        frame.bottom - up * (frame.bottom - frame.top)
      )
    }
    for tick in x.ticks(xs) {
      let at = place(tick, ys.lowerBound)
      svg.line([(at.x, frame.top), (at.x, frame.bottom)], stroke: "#e4e4e4")
      svg.write(
        Ticks.label(tick),
        x: at.x,
        y: frame.bottom + 18,
        size: 11,
        anchor: "middle"
      )
    }
    for tick in y.ticks(ys) {
      let at = place(xs.lowerBound, tick)
      svg.line([(frame.left, at.y), (frame.right, at.y)], stroke: "#e4e4e4")
      svg.write(
        Ticks.label(tick),
        x: frame.left - 8,
        y: at.y + 4,
        size: 11,
        anchor: "end"
      )
    }
    svg.write(
      x.label,
      x: (frame.left + frame.right) / 2,
      y: frame.bottom + 42,
      size: 12,
      anchor: "middle"
    )
    svg.write(y.label, x: frame.left, y: frame.top - 4, size: 11)
    for (index, series) in series.enumerated() {
      let color = Palette.colors[index % Palette.colors.count]
      let dash = Palette.dashes[index % Palette.dashes.count]
      let bounded = series.points.filter { $0.interval != nil }
      if !bounded.isEmpty {
        let above = bounded.map { place($0.x, $0.interval?.upperBound ?? $0.y) }
        let below = bounded.map { place($0.x, $0.interval?.lowerBound ?? $0.y) }
        svg.band(above + below.reversed(), fill: color)
      }
      svg.line(
        series.points.map { place($0.x, $0.y) },
        stroke: color,
        thickness: 2,
        dash: dash
      )
      let row = frame.top + 12 + 20 * Double(index)
      svg.line(
        [(frame.right + 12, row), (frame.right + 40, row)],
        stroke: color,
        thickness: 2,
        dash: dash
      )
      svg.write(series.name, x: frame.right + 46, y: row + 4, size: 12)
    }
    return svg.text
  }
}
