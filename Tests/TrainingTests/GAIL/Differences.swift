// The derivative of a function in single precision by each coordinate, by
// central differences.
func centralDifferences(
  of function: ([Float]) -> Double,
  at point: [Float],
  step: Float = 2e-3
) -> [Double] {
  point.indices.map { i in
    var (above, below) = (point, point)
    above[i] += step
    below[i] -= step
    return (function(above) - function(below)) / (2 * Double(step))
  }
}

// The largest difference between what was computed and what was to be.
func largestError(_ values: [Float], _ expected: [Double]) -> Double {
  precondition(values.count == expected.count)
  return zip(values, expected).map { abs(Double($0) - $1) }.max() ?? 0
}
