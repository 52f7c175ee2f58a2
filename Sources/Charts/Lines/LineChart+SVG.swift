extension LineChart {
  /// The chart as a picture of its own, for a browser and for print.
  ///
  /// Curves differ in color, dashes and the shape of their markers; the legend
  /// stands beside the data.
  ///
  /// - Complexity: O(points).
  public var svg: String {
    let names = series.map { TextWidth.fitted($0.name, ems: 24) }
    let legend = names.map { TextWidth.ems(of: $0) * 12 }.max() ?? 0
    let frame = LineFrame(
      x: fittedX.padded(by: 0.01),
      y: fittedY(withIntervals: true).padded(by: 0.03)
    )
    let width = frame.right + (series.isEmpty ? 16 : legend + 78)
    let height = frame.bottom + 56
    var svg = SVGWriter(width: width, height: height, title: title)
    svg.element(
      "rect",
      [
        "width": .number(width), "height": .number(height), "fill": "#ffffff",
      ]
    )
    svg.group("g", ["font-family": "\(TextWidth.fonts)", "font-size": "12"]) {
      frame.drawAxes(in: &$0, xLabel: x.label, yLabel: y.label)
      $0.element(
        "text",
        [
          "x": .number(frame.left), "y": "28", "font-size": "16",
          "font-weight": "bold", "fill": "\(Palette.ink)",
        ],
        text: TextWidth.fitted(title, ems: (width - frame.left - 16) / 17)
      )
      for (index, series) in series.enumerated() {
        frame.drawBand(of: series, index, in: &$0)
      }
      for (index, series) in series.enumerated() {
        frame.drawCurve(of: series, index, in: &$0)
      }
      for (index, name) in names.enumerated() {
        let y = frame.top + 10 + Double(index) * 22
        let x = frame.right + 16
        $0.element(
          "path",
          LineFrame.stroke(
            index,
            "M\(SVGNumber.text(x)) \(SVGNumber.text(y))h44"
          )
        )
        Marker(index).draw(x: x + 22, y: y, in: &$0)
        $0.element(
          "text",
          [
            "x": .number(x + 52), "y": .number(y + 4),
            "fill": "\(Palette.ink)",
          ],
          text: name
        )
      }
    }
    return svg.finish()
  }
}
