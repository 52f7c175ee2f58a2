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

/// Adds to `sums`, zeros of shape [outputs, inputs], the product of `deltas`, of
/// shape [rows, outputs], transposed, with `x`, of shape [rows, inputs].
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
  for output in stride(from: 0, to: outputs, by: 2) {
    // The last of an odd number of outputs is its own companion.
    let other = min(output + 1, outputs - 1)
    for start in stride(from: 0, to: whole, by: 16) {
      var first = SIMD16<Float>.zero
      var second = SIMD16<Float>.zero
      var (place, row) = (output, start)
      for _ in 0..<rows {
        let vector = SIMD16(x, from: row)
        first += deltas[place] * vector
        second += deltas[place &+ other &- output] * vector
        place &+= outputs
        row &+= inputs
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
