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
