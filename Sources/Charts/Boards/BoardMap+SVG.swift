extension BoardMap {
  /// The page as an SVG file in A3 landscape; on A4 the smallest boards are
  /// hard to read.
  ///
  /// Boards are groups of class `board`, nested as they are, in a group of
  /// class `panel` or `keys`; the squares of alarms have the class `alarm`,
  /// frames the class `outline` and their depth.
  ///
  /// - Complexity: O(boards · squares).
  public var svg: String {
    var svg = SVGWriter(
      width: Page.width, height: Page.height, unit: "mm", title: title
    )
    svg.element("desc", text: subtitle)
    svg.element("style", text: BoardDrawing.style)
    svg.element(
      "rect",
      [
        "width": .number(Page.width), "height": .number(Page.height),
        "fill": "#ffffff",
      ]
    )
    svg.group("g", ["font-family": "\(TextWidth.fonts)"]) { svg in
      let fitting =
        (Page.width - 2 * Page.margin) / TextWidth.ems(of: title + " ") / 1.1
      svg.line(
        title, x: Page.margin, y: 17, size: max(5, min(9, fitting)),
        isBold: true
      )
      svg.line(subtitle, x: Page.margin, y: 26, size: 5, color: Palette.gray)
      svg.group("g", ["class": "keys"]) { drawKeys(in: &$0) }
      for (index, panel) in panels.enumerated() {
        let x = Page.margin + Double(index) * (Page.side + Page.gap)
        let width = TextWidth.ems(of: panel.heading) * 6 + 4
        svg.line(panel.heading, x: x, y: 80, size: 6, isBold: true)
        svg.line(
          panel.note, x: x + width, y: 80, size: 4.5, within: Page.side - width,
          color: Palette.gray
        )
        svg.group("g", ["class": "panel"]) {
          BoardDrawing(depth: 0).draw(
            panel.board, x: x, y: 85, side: Page.side, in: &$0
          )
        }
      }
    }
    return svg.finish()
  }

  /// The examples, in two rows.
  private func drawKeys(in svg: inout SVGWriter) {
    let columns = max(1, (keys.count + 1) / 2)
    let width = (Page.width - 2 * Page.margin) / Double(columns)
    for (index, key) in keys.enumerated() {
      let x = Page.margin + Double(index % columns) * width
      let y = 33 + Double(index / columns) * 19
      BoardDrawing(depth: 0).draw(key.board, x: x, y: y, side: 15, in: &svg)
      let words = WordWrap.lines(key.text) {
        TextWidth.ems(of: $0) <= (width - 24) / 4
      }
      for (number, line) in words.enumerated() {
        let middle = y + 9 - Double(words.count - 1) * 2.6
        svg.line(line, x: x + 19, y: middle + Double(number) * 5.2, size: 4)
      }
    }
  }
}

/// The page: A3 across, in millimeters.
private enum Page {
  static let width = 420.0
  static let height = 297.0
  static let margin = 9.0
  static let gap = 6.0
  static let side = 198.0
}

extension SVGWriter {
  /// Writes a line of text, cut in its middle if it is too long.
  fileprivate mutating func line(
    _ text: String, x: Double, y: Double, size: Double,
    within width: Double = Page.width - 2 * Page.margin, isBold: Bool = false,
    color: String = Palette.ink
  ) {
    element(
      "text",
      [
        "x": .number(x), "y": .number(y), "font-size": .number(size),
        "font-weight": "\(isBold ? "bold" : "normal")", "fill": "\(color)",
      ], text: TextWidth.fitted(text, ems: width / (isBold ? size * 1.1 : size))
    )
  }
}
