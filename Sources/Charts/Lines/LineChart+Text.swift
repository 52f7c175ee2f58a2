extension LineChart {
  /// The characters that a terminal can show.
  public enum Charset: Sendable {
    /// Curves of braille dots, eight to a character.
    case utf8

    /// Curves of letters.
    case ascii
  }

  /// The chart as lines of text, each ending without spaces and none wider
  /// than `width` characters.
  ///
  /// Curves are lettered a, b, c, …, after z again a. There are at most
  /// `height` lines, or more if the curves would have fewer than five rows.
  ///
  /// - Precondition: `width` is at least 20.
  /// - Complexity: O(width · series + points).
  public func text(width: Int, height: Int, charset: Charset) -> String {
    precondition(width >= 20, "a chart \(width) characters wide, at least 20")
    let heading =
      WordWrap.lines(title.withoutControls) { $0.count <= width }
      .map { cut($0, to: width) }
      + (y.label.isEmpty ? [] : [cut(y.label, to: width)])
    let below = 2 + (x.label.isEmpty ? 0 : 1)
    let rows = max(5, height - heading.count - below)

    let yAxis = fittedY(withIntervals: false)
    let yTicks = yAxis.ticks(about: max(2, rows / 4))
    let margin = min(width / 3, yTicks.map(\.label.count).max() ?? 0)
    var canvas = TextCanvas(columns: width - margin - 2, rows: rows)
    drawCurves(on: &canvas, charset: charset)

    var labels = [String](repeating: "", count: rows)
    for tick in yTicks {
      let row =
        rows - 1 - Int(yAxis.fraction(tick.value) * Double(rows - 1) + 0.5)
      labels[row] = String(tick.label.prefix(margin))
    }
    let (wall, tee) = charset == .utf8 ? ("│", "┤") : ("|", "+")
    var lines = heading
    for (row, curve) in canvas.lines.enumerated() {
      let label = labels[row]
      let space = String(repeating: " ", count: margin - label.count)
      lines.append("\(space)\(label) \(label.isEmpty ? wall : tee)\(curve)")
    }
    lines += axisLines(
      columns: canvas.columns, margin: margin, charset: charset
    )
    if !x.label.isEmpty {
      let label = cut(x.label, to: width)
      let indent = max(
        0, min(width - label.count, (width + margin - label.count) / 2)
      )
      lines.append(String(repeating: " ", count: indent) + label)
    }
    return lines.map(\.withoutTrailingSpaces).joined(separator: "\n")
  }

  private func drawCurves(on canvas: inout TextCanvas, charset: Charset) {
    let (xAxis, yAxis) = (fittedX, fittedY(withIntervals: false))
    let curves = series.map { series in
      series.points.map { (x: xAxis.fraction($0.x), y: yAxis.fraction($0.y)) }
    }
    guard charset == .utf8 else {
      for (index, curve) in curves.enumerated() {
        canvas.write(LineChart.letter(index), along: curve)
      }
      return
    }
    for curve in curves { canvas.dot(curve) }
    for (index, curve) in curves.enumerated() {
      canvas.mark(
        LineChart.letter(index), along: curve,
        phase: Double(index) / Double(curves.count)
      )
    }
  }

  private func axisLines(
    columns: Int, margin: Int, charset: Charset
  ) -> [String] {
    let axis = fittedX
    let (corner, floor, tee) =
      charset == .utf8 ? ("└", "─", "┬") : ("+", "-", "+")
    var line = [String](repeating: floor, count: columns)
    var labels = [Character](repeating: " ", count: margin + 2 + columns)
    var free = 0
    for tick in axis.ticks(about: max(2, columns / 10)) {
      let column = Int(axis.fraction(tick.value) * Double(columns - 1) + 0.5)
      line[column] = tee
      let label = Array(tick.label)
      let start = min(
        max(margin + 2 + column - label.count / 2, 0),
        labels.count - label.count
      )
      guard start >= free, label.count <= labels.count else { continue }
      labels.replaceSubrange(start..<start + label.count, with: label)
      free = start + label.count + 1
    }
    let space = String(repeating: " ", count: margin + 1)
    return [space + corner + line.joined(), String(labels)]
  }

  /// The letter of a curve: a, b, c, …, after z again a.
  public static func letter(_ index: Int) -> Character {
    Character(Unicode.Scalar(UInt8(ascii: "a") + UInt8(index % 26)))
  }
}

/// A text cut to `width` characters, with dots at the end.
private func cut(_ text: String, to width: Int) -> String {
  let text = text.withoutControls
  return text.count <= width ? text : text.prefix(width - 3) + "..."
}

extension String {
  /// The text with `?` in place of control characters.
  fileprivate var withoutControls: String {
    String(
      map { character in
        let isControl = character.unicodeScalars.contains {
          $0.properties.generalCategory == .control
        }
        return isControl ? "?" : character
      }
    )
  }

  fileprivate var withoutTrailingSpaces: String {
    var text = self[...]
    while text.last == " " || text.last == "\u{2800}" { text.removeLast() }
    return String(text)
  }
}
