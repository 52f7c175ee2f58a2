/// Rows of numbers in panels of 16, the last one of each row padded with zeros:
/// the layout that layers read and write.
package struct PackedRows: Sendable {
  /// A vector in memory, each number read by itself.
  typealias Panel = OutcomeVector.Storage

  let width: Int

  /// Of shape [rows, ``panelsPerRow``].
  var panels: [Panel]

  let panelsPerRow: Int
  var count: Int { panelsPerRow == 0 ? 0 : panels.count / panelsPerRow }

  package init(count: Int = 0, width: Int) {
    self.width = width
    panelsPerRow = (width + Vector.scalarCount - 1) / Vector.scalarCount
    panels = [Panel](repeating: Panel(.zero), count: count * panelsPerRow)
  }

  /// Copies outcomes, of shape [rows][width].
  init(_ rows: [OutcomeVector], width: Int) {
    self.init(width: width)
    for row in rows {
      precondition(
        row.count == width,
        "a row of \(row.count) outcomes among rows of \(width)"
      )
    }
    if panelsPerRow == 1 {
      panels = rows.map { Panel($0.lanes) }
    } else {
      panels = rows.flatMap { [Panel($0.lanes), Panel($0.more)] }
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

  mutating func append(count: Int) {
    let zeros = Panel(.zero)
    panels.append(contentsOf: repeatElement(zeros, count: count * panelsPerRow))
  }

  mutating func removeAll() {
    panels.removeAll(keepingCapacity: true)
  }

  /// Replaces the numbers from a row on that are not positive by 0.
  mutating func rectify(from row: Int) {
    let start = row * panelsPerRow
    var panels = panels.mutableSpan
    for i in start..<panels.count {
      let vector = Vector(panels[i])
      panels[i] = Panel(vector.replacing(with: 0, where: vector .<= .zero))
    }
  }

  /// Replaces the numbers by 0 where those of other rows are not positive.
  mutating func clear(whereNotPositive other: PackedRows) {
    precondition(
      width == other.width && panels.count == other.panels.count,
      "signs of \(other.count) rows of \(other.width) for \(count) of \(width)"
    )
    let signs = other.panels.span
    var panels = panels.mutableSpan
    for i in signs.indices {
      let isNot = .!(Vector(signs[i]) .> .zero)
      panels[i] = Panel(Vector(panels[i]).replacing(with: 0, where: isNot))
    }
  }

  /// Returns Σᵣ self[r]ᵀ x[r], of shape [width, x.width].
  ///
  /// Two panels of sums stay in registers while the rows go by; each sum is of
  /// the rows from first to last, as in a plain loop.
  ///
  /// - Complexity: O(rows · width · x.width).
  func outerProducts(with x: PackedRows) -> PackedRows {
    precondition(
      count == x.count, "outer products of \(count) rows with \(x.count)"
    )
    let (rows, outputs, height) = (count, width, panelsPerRow)
    let width = x.panelsPerRow
    var products = PackedRows(count: outputs, width: x.width)
    var sums = products.panels.mutableSpan
    let (deltas, x) = (panels.span, x.panels.span)
    for output in stride(from: 0, to: outputs, by: 2) {
      // The last of an odd number is its own companion.
      let other = min(output + 1, outputs - 1)
      let lane = output % Vector.scalarCount
      let companion = other % Vector.scalarCount
      for panel in 0..<width {
        var (first, second) = (Vector.zero, Vector.zero)
        var (place, delta) = (panel, output / Vector.scalarCount)
        for _ in 0..<rows {
          let vector = Vector(x[place])
          first += deltas[delta][lane] * vector
          second += deltas[delta][companion] * vector
          place &+= width
          delta &+= height
        }
        sums[other * width + panel] = Panel(second)
        sums[output * width + panel] = Panel(first)
      }
    }
    return products
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
