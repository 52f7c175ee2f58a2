extension Rows {
  /// The outer products of rows with those of `x`, added up: a row of the width
  /// of `x` for each of their numbers.
  ///
  /// Sixteen numbers of `x` times two stay in registers while the rows go by;
  /// each sum is of the rows from first to last, as in a plain loop.
  func outerProducts(with x: Rows) -> Rows {
    precondition(count == x.count, "\(count) rows with \(x.count)")
    let (rows, outputs, groups) = (count, width, x.groups)
    let height = self.groups
    var products = Rows(count: outputs, width: x.width)
    var sums = products.blocks.mutableSpan
    let (deltas, x) = (blocks.span, x.blocks.span)
    for output in stride(from: 0, to: outputs, by: 2) {
      // The last of an odd number is its own companion.
      let other = min(output + 1, outputs - 1)
      let (lane, companion) = (output % 16, other % 16)
      for group in 0..<groups {
        var (first, second) = (Rows.Vector.zero, Rows.Vector.zero)
        var (place, delta) = (group, output / 16)
        for _ in 0..<rows {
          let vector = Rows.Vector(x[place])
          first += deltas[delta][lane] * vector
          second += deltas[delta][companion] * vector
          place &+= groups
          delta &+= height
        }
        sums[other * groups + group] = Rows.Block(second)
        sums[output * groups + group] = Rows.Block(first)
      }
    }
    return products
  }
}
