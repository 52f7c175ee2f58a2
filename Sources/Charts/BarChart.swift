/// Horizontal bars with intervals.
public struct BarChart: Sendable {
  /// A bar.
  public struct Bar: Sendable {
    /// What it stands for.
    public let name: String

    /// Its length.
    public let value: Double

    /// The interval's lower end.
    public let low: Double

    /// The interval's upper end.
    public let high: Double

    /// Creates a bar.
    public init(name: String, value: Double, low: Double, high: Double) {
      self.name = name
      self.value = value
      self.low = low
      self.high = high
    }
  }

  private let title: String
  private let bars: [Bar]
  private let range: ClosedRange<Double>

  /// Creates a chart whose axis has a range; bars beyond it are cut off there.
  public init(title: String, bars: [Bar], range: ClosedRange<Double>) {
    precondition(
      range.lowerBound < range.upperBound,
      "bars over \(range)"
    )
    self.title = title
    self.bars = bars
    self.range = range
  }

  /// The chart as an SVG document.
  public var svg: String {
    let (left, right, row) = (210.0, 560.0, 24.0)
    let bottom = 44 + row * Double(bars.count)
    var svg = SVG(width: 640, height: bottom + 34)
    svg.write(title, x: 10, y: 24, size: 15)
    func x(_ value: Double) -> Double {
      let value = min(max(value, range.lowerBound), range.upperBound)
      let share =
        (value - range.lowerBound) / (range.upperBound - range.lowerBound)
      return left + share * (right - left)
    }
    for tick in Ticks.linear(range, count: 5) {
      let place = x(tick)
      svg.line([(place, 40), (place, bottom)], stroke: "#ddd")
      svg.write(
        Ticks.label(tick),
        x: place,
        y: bottom + 18,
        size: 11,
        anchor: "middle"
      )
    }
    for (index, bar) in bars.enumerated() {
      let y = 44 + row * Double(index)
      svg.write(bar.name, x: left - 8, y: y + 15, size: 12, anchor: "end")
      svg.rectangle(
        x: left,
        y: y + 4,
        width: max(0, x(bar.value) - left),
        height: row - 10,
        fill: "#56b4e9"
      )
      let middle = y + row / 2 - 1
      svg.line([(x(bar.low), middle), (x(bar.high), middle)], stroke: "#000")
      for end in [bar.low, bar.high] {
        svg.line([(x(end), middle - 4), (x(end), middle + 4)], stroke: "#000")
      }
      svg.write(Ticks.label(bar.value), x: right + 12, y: y + 15, size: 12)
    }
    return svg.text
  }
}
