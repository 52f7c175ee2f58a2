/// A grid of characters on which curves are drawn; points are fractions of its
/// width and height, from the bottom left.
package struct TextCanvas {
  package typealias Point = (x: Double, y: Double)

  package let columns: Int
  package let rows: Int
  private var dots: [UInt8]
  private var characters: [Character?]

  package init(columns: Int, rows: Int) {
    precondition(
      columns > 0 && rows > 0, "a canvas of \(columns) by \(rows) characters"
    )
    self.columns = columns
    self.rows = rows
    dots = [UInt8](repeating: 0, count: columns * rows)
    characters = [Character?](repeating: nil, count: columns * rows)
  }

  /// The rows from the top; characters hide braille dots.
  package var lines: [String] {
    (0..<rows).map { row in
      String(
        (0..<columns).map { column -> Character in
          let cell = row * columns + column
          if let character = characters[cell] { return character }
          guard dots[cell] != 0 else { return " " }
          let braille = Unicode.Scalar(0x2800 + UInt32(dots[cell])) ?? " "
          return Character(braille)
        }
      )
    }
  }

  /// Draws a curve of braille dots, two by four to a character.
  package mutating func dot(_ points: [Point]) {
    // Bits of the dots of a cell, column by column from the top.
    let bits: [[UInt8]] = [
      [0x01, 0x02, 0x04, 0x40], [0x08, 0x10, 0x20, 0x80],
    ]
    trace(points, width: columns * 2, height: rows * 4) { canvas, x, y in
      let cell = y / 4 * canvas.columns + x / 2
      canvas.dots[cell] |= bits[x % 2][y % 4]
    }
  }

  /// Draws a curve of one character without overwriting others.
  package mutating func write(_ character: Character, along points: [Point]) {
    trace(points, width: columns, height: rows) { canvas, x, y in
      let cell = y * canvas.columns + x
      canvas.characters[cell] = canvas.characters[cell] ?? character
    }
  }

  /// Puts a character on a curve up to three times, a third of the width apart,
  /// starting after `phase` thirds.
  package mutating func mark(
    _ character: Character, along points: [Point], phase: Double
  ) {
    let places = [0, 1, 2].map {
      Int((Double($0) + phase) / 3 * Double(columns))
    }
    var marked: Set<Int> = []
    var fallback: Int?
    trace(points, width: columns, height: rows) { canvas, x, y in
      let cell = y * canvas.columns + x
      guard canvas.characters[cell] == nil, canvas.dots[cell] != 0 else {
        return
      }
      fallback = cell
      if places.contains(x), marked.insert(x).inserted {
        canvas.characters[cell] = character
      }
    }
    if marked.isEmpty, let fallback { characters[fallback] = character }
  }

  /// Visits every cell of a finer grid that the straight lines between points
  /// go through, rows counted from the top.
  private mutating func trace(
    _ points: [Point], width: Int, height: Int,
    visit: (inout TextCanvas, Int, Int) -> Void
  ) {
    let places = points.map { point in
      (
        x: Int(point.x * Double(width - 1) + 0.5),
        y: height - 1 - Int(point.y * Double(height - 1) + 0.5)
      )
    }
    guard let first = places.first else { return }
    visit(&self, first.x, first.y)
    for (start, end) in zip(places, places.dropFirst()) {
      let steps = max(abs(end.x - start.x), abs(end.y - start.y))
      guard steps > 0 else { continue }
      for step in 1...steps {
        let t = Double(step) / Double(steps)
        visit(
          &self, start.x + Int((Double(end.x - start.x) * t).rounded()),
          start.y + Int((Double(end.y - start.y) * t).rounded())
        )
      }
    }
  }
}
