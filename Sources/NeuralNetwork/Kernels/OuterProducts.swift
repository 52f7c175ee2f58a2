extension PackedRows {
  /// Adds Σᵣ self[r] xᵀ[r], of shape [width, x.width], to a flat matrix that
  /// begins at `start` of `y`.
  ///
  /// Sums stay in registers while the rows go by; each is of the rows from
  /// first to last, as in a plain loop.
  ///
  /// - Complexity: O(rows · width · x.width).
  func addOuterProducts(
    with x: PackedRows, to y: inout MutableSpan<Float>, from start: Int
  ) {
    precondition(
      count == x.count, "outer products of \(count) rows with \(x.count)"
    )
    for panel in 0..<x.panelsPerRow {
      switch x.width - panel * Vector.scalarCount {
      case ...FourSums.count:
        addFours(FourSums.self, of: panel, of: x, to: &y, from: start)
      case ...TwelveSums.count:
        addFours(TwelveSums.self, of: panel, of: x, to: &y, from: start)
      default:
        addPairs(of: panel, of: x, to: &y, from: start)
      }
    }
  }

  /// Four numbers of each row at a time: their sums fill the registers.
  @inline(__always)
  private func addFours<Sums: VectorSums>(
    _: Sums.Type, of panel: Int, of x: PackedRows,
    to y: inout MutableSpan<Float>, from start: Int
  ) {
    let (rows, numbers) = (x.panels.span, panels.span)
    for first in stride(from: 0, to: width, by: 4) {
      let lane = first % Vector.scalarCount
      let zero = Sums(.zero)
      var (a, b, c, d) = (zero, zero, zero, zero)
      var (place, row) = (first / Vector.scalarCount, panel)
      for _ in 0..<count {
        let vector = Vector(rows[row])
        a.add(numbers[place][lane], times: vector)
        b.add(numbers[place][lane + 1], times: vector)
        c.add(numbers[place][lane + 2], times: vector)
        d.add(numbers[place][lane + 3], times: vector)
        place &+= panelsPerRow
        row &+= x.panelsPerRow
      }
      add(a.vector, first, panel, of: x, to: &y, from: start)
      add(b.vector, first + 1, panel, of: x, to: &y, from: start)
      add(c.vector, first + 2, panel, of: x, to: &y, from: start)
      add(d.vector, first + 3, panel, of: x, to: &y, from: start)
    }
  }

  /// The same for whole vectors, of which two fill them.
  @inline(__always)
  private func addPairs(
    of panel: Int, of x: PackedRows, to y: inout MutableSpan<Float>,
    from start: Int
  ) {
    let (rows, numbers) = (x.panels.span, panels.span)
    for first in stride(from: 0, to: width, by: 2) {
      let lane = first % Vector.scalarCount
      var (a, b) = (Vector.zero, Vector.zero)
      var (place, row) = (first / Vector.scalarCount, panel)
      for _ in 0..<count {
        let vector = Vector(rows[row])
        a.add(numbers[place][lane], times: vector)
        b.add(numbers[place][lane + 1], times: vector)
        place &+= panelsPerRow
        row &+= x.panelsPerRow
      }
      add(a, first, panel, of: x, to: &y, from: start)
      add(b, first + 1, panel, of: x, to: &y, from: start)
    }
  }

  /// Adds one panel of the sums of a number; beyond the last there are none.
  @inline(__always)
  private func add(
    _ sum: Vector, _ number: Int, _ panel: Int, of x: PackedRows,
    to y: inout MutableSpan<Float>, from start: Int
  ) {
    if number >= width { return }
    sum.add(panel: panel, of: x.width, to: &y, from: start + number * x.width)
  }
}
