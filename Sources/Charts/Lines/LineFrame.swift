/// The rectangle of a line chart that the data fill.
struct LineFrame {
  let x: FittedAxis
  let y: FittedAxis
  let left = 76.0
  let top = 48.0
  let right = 636.0
  let bottom = 398.0

  private func vertical(_ x: Double) -> String {
    "M\(SVGWriter.point(x, top))V\(SVGWriter.coordinate(bottom))"
  }

  private func horizontal(_ y: Double) -> String {
    "M\(SVGWriter.point(left, y))H\(SVGWriter.coordinate(right))"
  }

  func place(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
    (
      left + self.x.fraction(x) * (right - left),
      bottom - self.y.fraction(y) * (bottom - top)
    )
  }

  func drawAxes(in svg: inout SVGWriter, xLabel: String, yLabel: String) {
    let xTicks = x.ticks(about: 8).map { tick in
      (label: tick.label, x: place(tick.value, y.shown.lowerBound).x)
    }
    let yTicks = y.ticks(about: 6).map { tick in
      (label: tick.label, y: place(x.shown.lowerBound, tick.value).y)
    }
    let grid = xTicks.map { vertical($0.x) } + yTicks.map { horizontal($0.y) }
    svg.element(
      "path", ["d": "\(grid.joined())", "stroke": "\(Palette.faint)"]
    )
    svg.element(
      "path",
      [
        "d": "\(vertical(left))\(horizontal(bottom))", "fill": "none",
        "stroke": "\(Palette.ink)",
      ]
    )
    for (label, x) in xTicks {
      svg.label(label, x: x, y: bottom + 18, anchor: "middle")
    }
    for (label, y) in yTicks {
      svg.label(label, x: left - 8, y: y + 4, anchor: "end")
    }
    svg.label(
      xLabel, x: (left + right) / 2, y: bottom + 42, anchor: "middle",
      color: Palette.ink
    )
    let middle = (top + bottom) / 2
    svg.element(
      "text",
      [
        "transform":
          "translate(20 \(SVGWriter.coordinate(middle))) rotate(-90)",
        "text-anchor": "middle", "fill": "\(Palette.ink)",
      ], text: yLabel
    )
  }

  func drawBand(
    of series: LineChart.Series, _ index: Int, in svg: inout SVGWriter
  ) {
    let points = series.points.filter { $0.interval != nil }
    guard points.count > 1 else { return }
    var path = ""
    for (number, point) in points.enumerated() {
      let high = place(point.x, point.interval?.upperBound ?? point.y)
      path += (number == 0 ? "M" : "L") + SVGWriter.point(high.x, high.y)
    }
    for point in points.reversed() {
      let low = place(point.x, point.interval?.lowerBound ?? point.y)
      path += "L" + SVGWriter.point(low.x, low.y)
    }
    svg.element(
      "path",
      [
        "class": "band", "d": "\(path)Z", "fill": "\(Palette.color(index))",
        "fill-opacity": "0.13",
      ]
    )
  }

  func drawCurve(
    of series: LineChart.Series, _ index: Int, in svg: inout SVGWriter
  ) {
    let places = series.points.map { place($0.x, $0.y) }
    guard !places.isEmpty else { return }
    let path = places.enumerated().map { number, place in
      (number == 0 ? "M" : "L") + SVGWriter.point(place.x, place.y)
    }
    svg.element("path", LineFrame.stroke(index, path.joined()))
    // A few markers, at other points in each series.
    let step = max(1, places.count / 6)
    let start = places.count > 12 ? index * 2 % step : 0
    for number in stride(from: start, to: places.count, by: step) {
      let (x, y) = places[number]
      Marker.draw(index, x: x, y: y, in: &svg)
    }
  }

  static func stroke(
    _ index: Int, _ path: String
  ) -> KeyValuePairs<String, SVGWriter.Value> {
    [
      "class": "curve", "d": "\(path)", "fill": "none",
      "stroke": "\(Palette.color(index))", "stroke-width": "2",
      "stroke-dasharray": "\(Palette.dash(index))",
      "stroke-linejoin": "round",
    ]
  }
}

extension SVGWriter {
  mutating func label(
    _ text: String, x: Double, y: Double, anchor: String,
    color: String = Palette.gray
  ) {
    element(
      "text",
      [
        "x": .number(x), "y": .number(y), "text-anchor": "\(anchor)",
        "fill": "\(color)",
      ], text: text
    )
  }
}
