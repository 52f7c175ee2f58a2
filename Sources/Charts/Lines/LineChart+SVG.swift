extension LineChart {
  /// The chart as a picture of its own, for a browser and for print.
  ///
  /// Curves differ in color, dashes and the shape of their markers; the legend
  /// stands to the right.
  ///
  /// - Complexity: O(points).
  public var svg: String { LineChart.svg(of: [self], title: title) }

  /// Charts below each other as one picture, which is called `title`.
  ///
  /// - Complexity: O(points).
  public static func svg(of charts: [LineChart], title: String) -> String {
    var svg = SVGWriter(
      width: charts.map(\.width).max() ?? 0,
      height: height * Double(charts.count), title: title
    )
    svg.element("rect", ["width": "100%", "height": "100%", "fill": "#ffffff"])
    for (index, chart) in charts.enumerated() {
      let top = SVGWriter.coordinate(height * Double(index))
      svg.group(
        "g",
        [
          "font-family": "\(TextWidth.fonts)", "font-size": "12",
          "transform": "translate(0 \(top))",
        ], content: chart.draw
      )
    }
    return svg.finish()
  }

  private static let height = 454.0

  private var frame: LineFrame {
    LineFrame(
      x: fittedX.padded(by: 0.01),
      y: fittedY(withIntervals: true).padded(by: 0.03)
    )
  }

  /// The names as the legend has them.
  private var names: [String] {
    series.map { TextWidth.fitted($0.name, ems: 24) }
  }

  private var width: Double {
    let legend = names.map { TextWidth.ems(of: $0) * 12 }.max()
    return frame.right + (legend.map { $0 + 78 } ?? 16)
  }

  private func draw(in svg: inout SVGWriter) {
    let frame = frame
    frame.drawAxes(in: &svg, xLabel: x.label, yLabel: y.label)
    svg.element(
      "text",
      [
        "x": .number(frame.left), "y": "28", "font-size": "16",
        "font-weight": "bold", "fill": "\(Palette.ink)",
      ], text: TextWidth.fitted(title, ems: (width - frame.left - 16) / 17)
    )
    for (index, series) in series.enumerated() {
      frame.drawBand(of: series, index, in: &svg)
    }
    for (index, series) in series.enumerated() {
      frame.drawCurve(of: series, index, in: &svg)
    }
    for (index, name) in names.enumerated() {
      let y = frame.top + 10 + Double(index) * 22
      let x = frame.right + 16
      svg.element(
        "path",
        LineFrame.stroke(index, "M\(SVGWriter.point(x, y))h44")
      )
      Marker.draw(index, x: x + 22, y: y, in: &svg)
      svg.element(
        "text",
        [
          "x": .number(x + 52), "y": .number(y + 4),
          "fill": "\(Palette.ink)",
        ], text: name
      )
    }
  }
}
