/// Rows of numbers in panels of 16, the last one of each row padded with zeros:
/// the layout that layers read and write.
package struct PackedRows: Sendable {
  /// A vector in memory, each number read by itself.
  typealias Panel = OutcomeVector.Storage

  let width: Int

  /// Of shape [rows, ``panelsPerRow``], then memory for more.
  var panels: [Panel]

  let panelsPerRow: Int

  private(set) var count: Int

  package init(count: Int = 0, width: Int) {
    self.width = width
    self.count = count
    panelsPerRow = (width + Vector.scalarCount - 1) / Vector.scalarCount
    panels = [Panel](repeating: Panel(.zero), count: count * panelsPerRow)
  }

  /// Copies outcomes, of shape [rows][width], into the memory there is.
  mutating func copy(_ rows: [OutcomeVector]) {
    resize(to: rows.count)
    let (rows, width, height) = (rows.span, width, panelsPerRow)
    var panels = panels.mutableSpan
    for row in rows.indices {
      precondition(
        rows[row].count == width,
        "a row of \(rows[row].count) outcomes among rows of \(width)"
      )
      panels[row * height] = Panel(rows[row].lanes)
      if height > 1 { panels[row * height + 1] = Panel(rows[row].more) }
    }
  }

  /// Copies numbers of shape [rows, width].
  package init(_ flat: [Float], width: Int) {
    precondition(
      flat.count.isMultiple(of: width),
      "\(flat.count) numbers in rows of \(width)"
    )
    self.init(count: flat.count / width, width: width)
    for (i, number) in flat.enumerated() {
      let (row, column) = i.quotientAndRemainder(dividingBy: width)
      let (panel, lane) = column.quotientAndRemainder(
        dividingBy: Vector.scalarCount
      )
      panels[row * panelsPerRow + panel][lane] = number
    }
  }

  /// The numbers without the padding, of shape [rows, width].
  var flat: [Float] { (0..<count).flatMap { self[$0] } }

  /// One row, of shape [width].
  subscript(row: Int) -> [Float] {
    (0..<width).map {
      let panel = row * panelsPerRow + $0 / Vector.scalarCount
      return panels[panel][$0 % Vector.scalarCount]
    }
  }

  /// Keeps the first rows, and makes room for more, whose numbers are still to
  /// be written. No memory is freed.
  mutating func resize(to count: Int) {
    self.count = count
    let missing = count * panelsPerRow - panels.count
    if missing > 0 {
      panels.append(contentsOf: repeatElement(Panel(.zero), count: missing))
    }
  }

  /// Replaces the numbers by 0 where those of other rows are not positive.
  mutating func clear(whereNotPositive other: PackedRows) {
    precondition(
      width == other.width && count == other.count,
      "signs of \(other.count) rows of \(other.width) for \(count) of \(width)"
    )
    let (signs, end) = (other.panels.span, count * panelsPerRow)
    var panels = panels.mutableSpan
    for i in 0..<end {
      let isNot = .!(Vector(signs[i]) .> .zero)
      panels[i] = Panel(Vector(panels[i]).replacing(with: 0, where: isNot))
    }
  }
}

extension Vector {
  @inline(__always)
  init(_ panel: PackedRows.Panel) {
    self.init { panel[$0] }
  }
}

extension PackedRows.Panel {
  @inline(__always)
  init(_ vector: Vector) {
    self = [
      vector[0], vector[1], vector[2], vector[3], vector[4], vector[5],
      vector[6], vector[7], vector[8], vector[9], vector[10], vector[11],
      vector[12], vector[13], vector[14], vector[15],
    ]
  }
}
