extension BarChart {
  private static let rowHeight = 24.0
  private static let headingHeight = 22.0

  /// The chart as a picture of its own, for a browser and for print.
  ///
  /// - Complexity: O(bars).
  public var svg: String {
    let bars = groups.flatMap(\.bars)
    let labels = bars.map { TextWidth.fitted($0.label, ems: 26) }
    let left = 24 + (labels.map { TextWidth.ems(of: $0) * 12 }.max() ?? 0)
    let captions = bars.map(caption)
    let right = left + 420
    let widest = captions.map { TextWidth.ems(of: $0) * 12 }.max() ?? 0
    let axis = fittedAxis
    let headings = groups.filter { !$0.name.isEmpty }.count
    let top = 52.0
    let gaps = Double(max(0, groups.count - 1)) * 10
    let bottom =
      top + Double(bars.count) * BarChart.rowHeight
      + Double(headings) * BarChart.headingHeight + gaps + 6
    let width = right + widest + 28
    var svg = SVGWriter(width: width, height: bottom + 54, title: title)
    svg.element(
      "rect",
      [
        "width": .number(width), "height": .number(bottom + 54),
        "fill": "#ffffff",
      ]
    )
    func place(_ value: Double) -> Double {
      left + axis.fraction(value) * (right - left)
    }
    svg.group("g", ["font-family": "\(TextWidth.fonts)", "font-size": "12"]) {
      $0.element(
        "text",
        [
          "x": "12", "y": "28", "font-size": "16", "font-weight": "bold",
          "fill": "\(Palette.ink)",
        ], text: TextWidth.fitted(title, ems: (width - 24) / 17)
      )
      for tick in axis.ticks(about: 6) {
        let x = place(tick.value)
        let isZero = tick.value == 0
        $0.element(
          "path",
          [
            "d":
              "M\(SVGWriter.coordinate(x)) 52V\(SVGWriter.coordinate(bottom))",
            "stroke": "\(isZero ? Palette.ink : Palette.faint)",
          ]
        )
        $0.label(tick.label, x: x, y: bottom + 18, anchor: "middle")
      }
      $0.label(
        self.axis.label, x: (left + right) / 2, y: bottom + 42,
        anchor: "middle", color: Palette.ink
      )
      var y = top + 4
      for (index, group) in groups.enumerated() {
        if !group.name.isEmpty {
          $0.element(
            "text",
            [
              "x": "12", "y": .number(y + 15), "font-weight": "bold",
              "fill": "\(Palette.ink)",
              // The axis would strike through a long one.
              "stroke": "#ffffff", "stroke-width": "6",
              "paint-order": "stroke",
            ], text: TextWidth.fitted(group.name, ems: (left + 380) / 13)
          )
          y += BarChart.headingHeight
        }
        for bar in group.bars {
          draw(bar, index, y: y, from: left, to: right, in: &$0, place: place)
          y += BarChart.rowHeight
        }
        y += 10
      }
    }
    return svg.finish()
  }

  /// Draws a bar of a group, its label to the left and its caption to the
  /// right.
  private func draw(
    _ bar: Bar, _ index: Int, y: Double, from left: Double, to right: Double,
    in svg: inout SVGWriter, place: (Double) -> Double
  ) {
    let middle = y + BarChart.rowHeight / 2
    svg.label(
      TextWidth.fitted(bar.label, ems: 26), x: left - 8, y: middle + 4,
      anchor: "end", color: Palette.ink
    )
    let (start, end) = (place(min(0, bar.value)), place(max(0, bar.value)))
    svg.element(
      "rect",
      [
        "class": "bar", "x": .number(start), "y": .number(y + 4),
        "width": .number(end - start),
        "height": .number(BarChart.rowHeight - 8),
        "fill": "\(Palette.color(index))", "fill-opacity": "0.55",
        "stroke": "\(Palette.color(index))",
      ]
    )
    if let interval = bar.interval {
      let low = SVGWriter.coordinate(place(interval.lowerBound))
      let high = SVGWriter.coordinate(place(interval.upperBound))
      let (top, bottom) = (
        SVGWriter.coordinate(middle - 4), SVGWriter.coordinate(middle + 4)
      )
      let ends =
        "M\(low) \(top)V\(bottom)M\(high) \(top)V\(bottom)"
        + "M\(low) \(SVGWriter.coordinate(middle))H\(high)"
      svg.element(
        "path",
        [
          "class": "whiskers",
          "d": "\(ends)",
          "stroke": "\(Palette.ink)", "stroke-width": "1.5",
        ]
      )
    }
    svg.element(
      "text",
      [
        "x": .number(right + 12), "y": .number(middle + 4),
        "fill": "\(Palette.ink)",
      ], text: caption(of: bar)
    )
  }
}
