/// Adds `scale` · `x` to the numbers of `y` from `start` on.
@inline(__always)
func addScaled(
  _ x: Span<Float>,
  by scale: Float,
  to y: inout MutableSpan<Float>,
  from start: Int = 0
) {
  precondition(
    0 <= start && start + x.count <= y.count,
    "\(x.count) numbers added from \(start) on to \(y.count)"
  )
  for i in x.indices { y[start &+ i] += scale * x[i] }
}

/// Adds `x` to the numbers of `y` from `start` on.
@inline(__always)
func add(
  _ x: Span<Float>,
  to y: inout MutableSpan<Float>,
  from start: Int = 0
) {
  precondition(
    0 <= start && start + x.count <= y.count,
    "\(x.count) numbers added from \(start) on to \(y.count)"
  )
  for i in x.indices { y[start &+ i] += x[i] }
}

/// Replaces the numbers of `y` by 0 where those of `x` are not positive.
@inline(__always)
func clear(_ y: inout MutableSpan<Float>, whereNotPositive x: Span<Float>) {
  precondition(x.count == y.count, "\(x.count) signs for \(y.count) numbers")
  // By masks: half the branches on signs would be guessed wrong.
  for i in x.indices {
    let mask: UInt32 = x[i] > 0 ? ~0 : 0
    y[i] = Float(bitPattern: y[i].bitPattern & mask)
  }
}

/// Adds to row o of `sums`, of shape [outputs, inputs], the row o of the
/// product of `deltas`, of shape [rows, outputs], transposed, with `x`, of shape
/// [rows, inputs].
///
/// Sixteen inputs of two outputs stay in registers while the rows go by; each
/// sum is of the rows from first to last, as in a plain loop.
func addOuterProducts(
  of deltas: Span<Float>,
  outputs: Int,
  and x: Span<Float>,
  inputs: Int,
  to sums: inout MutableSpan<Float>
) {
  let rows = deltas.count / outputs
  precondition(
    deltas.count == rows * outputs && x.count == rows * inputs
      && sums.count == outputs * inputs,
    "\(deltas.count) deltas and \(x.count) inputs of \(outputs)×\(inputs)"
  )
  let whole = inputs / 16 * 16
  for start in stride(from: 0, to: whole, by: 16) {
    for output in stride(from: 0, to: outputs, by: 2) {
      // The last of an odd number of outputs is its own companion.
      let other = min(output + 1, outputs - 1)
      var first = SIMD16<Float>.zero
      var second = SIMD16<Float>.zero
      for row in 0..<rows {
        let vector = SIMD16(x, from: row &* inputs &+ start)
        first += deltas[row &* outputs &+ output] * vector
        second += deltas[row &* outputs &+ other] * vector
      }
      first.add(to: &sums, from: output * inputs + start)
      if other > output { second.add(to: &sums, from: other * inputs + start) }
    }
  }
  for row in 0..<rows {
    let rest = x.extracting(row * inputs + whole..<(row + 1) * inputs)
    for output in 0..<outputs {
      let delta = deltas[row * outputs + output]
      addScaled(rest, by: delta, to: &sums, from: output * inputs + whole)
    }
  }
}

extension SIMD16<Float> {
  /// One number a lane. Every lane is named: one given by a variable would go
  /// through memory.
  @inline(__always)
  init(_ number: (_ lane: Int) -> Float) {
    self.init(
      number(0),
      number(1),
      number(2),
      number(3),
      number(4),
      number(5),
      number(6),
      number(7),
      number(8),
      number(9),
      number(10),
      number(11),
      number(12),
      number(13),
      number(14),
      number(15)
    )
  }

  /// Passes on every lane, by name as well.
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

  /// The `count` numbers of `x` from `start` on, then zeros.
  @inline(__always)
  init(_ x: Span<Float>, from start: Int, count: Int = 16) {
    if count == 16 {
      // A span of known length: no index below needs a check.
      let x = x.extracting(start..<start + 16)
      self.init { x[$0] }
    } else {
      let x = x.extracting(start..<start + count)
      self.init { $0 < x.count ? x[$0] : 0 }
    }
  }

  /// Writes the first `count` numbers to `y` from `start` on.
  @inline(__always)
  func write(
    to y: inout MutableSpan<Float>,
    from start: Int,
    count: Int = 16
  ) {
    precondition(
      0 <= start && start <= y.count - count && count <= 16,
      "\(count) numbers written from \(start) on to \(y.count)"
    )
    forEach { lane, number in if lane < count { y[start &+ lane] = number } }
  }

  /// Adds the numbers to those of `y` from `start` on.
  @inline(__always)
  func add(to y: inout MutableSpan<Float>, from start: Int) {
    precondition(
      0 <= start && start <= y.count - 16,
      "16 numbers added from \(start) on to \(y.count)"
    )
    forEach { lane, number in y[start &+ lane] += number }
  }
}
