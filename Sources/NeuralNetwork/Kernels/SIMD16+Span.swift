/// The vector of all kernels. Its width is that of every panel and half of the
/// most outcomes of a network; it changes here and in
/// ``OutcomeVector/Storage``.
typealias Vector = SIMD16<Float>

extension Vector {
  /// Creates a vector lane by lane. Every lane is a literal: a variable would
  /// make it go through memory.
  @inline(__always)
  init(_ number: (_ lane: Int) -> Float) {
    self.init(
      number(0), number(1), number(2), number(3), number(4), number(5),
      number(6), number(7), number(8), number(9), number(10), number(11),
      number(12), number(13), number(14), number(15)
    )
  }

  /// Calls `body` on every lane, each a literal as well.
  @inline(__always)
  private func forEach(_ body: (_ lane: Int, _ number: Float) -> Void) {
    body(0, self[0])
    body(1, self[1])
    body(2, self[2])
    body(3, self[3])
    body(4, self[4])
    body(5, self[5])
    body(6, self[6])
    body(7, self[7])
    body(8, self[8])
    body(9, self[9])
    body(10, self[10])
    body(11, self[11])
    body(12, self[12])
    body(13, self[13])
    body(14, self[14])
    body(15, self[15])
  }

  /// Copies `count` numbers of `x` from `start` on, then zeros.
  @inline(__always)
  init(_ x: Span<Float>, from start: Int, count: Int) {
    if count == Vector.scalarCount {
      // A span of known length: no index below needs a check.
      let x = x.extracting(start..<start + Vector.scalarCount)
      self.init { x[$0] }
    } else {
      let x = x.extracting(start..<start + count)
      self.init { $0 < x.count ? x[$0] : 0 }
    }
  }

  /// Adds the lanes to a panel of the row of `width` numbers that begins at
  /// `start` of `y`.
  @inline(__always)
  func add(
    panel: Int, of width: Int, to y: inout MutableSpan<Float>, from start: Int
  ) {
    let first = start + panel * Vector.scalarCount
    let count = Swift.min(
      Vector.scalarCount, width - panel * Vector.scalarCount
    )
    // A precondition of its own for a known count: no index needs a check.
    if count == Vector.scalarCount {
      precondition(
        0 <= first && first <= y.count - Vector.scalarCount,
        "\(count) numbers added from \(first) on to \(y.count)"
      )
      forEach { lane, number in y[first &+ lane] += number }
    } else {
      precondition(
        0 <= first && first <= y.count - count && count < Vector.scalarCount,
        "\(count) numbers added from \(first) on to \(y.count)"
      )
      forEach { lane, number in if lane < count { y[first &+ lane] += number } }
    }
  }

  /// The sum of the first `count` lanes, added up in their order to one of
  /// others.
  @inline(__always)
  func sum(first count: Int, after start: Float = 0) -> Float {
    var sum = start
    forEach { lane, number in if lane < count { sum += number } }
    return sum
  }

  /// The lanes that are positive or NaN, else 0.
  @inline(__always)
  var rectified: Vector { replacing(with: 0, where: self .<= .zero) }

  /// The greatest lane, NaN ignored.
  @inline(__always)
  var greatest: Float {
    let eight = lowHalf.replacing(with: highHalf, where: highHalf .> lowHalf)
    let (low, high) = (eight.lowHalf, eight.highHalf)
    let four = low.replacing(with: high, where: high .> low)
    return Swift.max(Swift.max(four[0], four[1]), Swift.max(four[2], four[3]))
  }
}
