import NeuralNetwork

// A dense network in Double, the plain way.
struct ReferenceNetwork {
  let sizes: [Int]
  let hasBiases: Bool

  func outputs(of inputs: [Double], _ parameters: [Double]) -> [Double] {
    var values = inputs
    var next = 0
    for (depth, width) in sizes.dropFirst().enumerated() {
      var sums = [Double](repeating: 0, count: width)
      for value in values {
        for output in 0..<width {
          sums[output] += value * parameters[next]
          next += 1
        }
      }
      if hasBiases {
        for output in 0..<width {
          sums[output] += parameters[next]
          next += 1
        }
      }
      let isLast = depth == sizes.count - 2
      values = isLast ? sums : sums.map { max($0, 0) }
    }
    return values
  }
}

// The softmax of the legal logits.
func softmax(_ logits: [Double], legal: UInt64) -> [Double] {
  let powers = logits.indices.map { i in
    legal >> i & 1 == 1 ? exponential(logits[i]) : 0
  }
  let total = powers.reduce(0, +)
  return powers.map { $0 / total }
}

// The derivative of a function by each coordinate, by central differences.
func centralDifferences(
  of function: ([Double]) -> Double,
  at point: [Double],
  step: Double = 1e-5
) -> [Double] {
  point.indices.map { i in
    var (above, below) = (point, point)
    above[i] += step
    below[i] -= step
    return (function(above) - function(below)) / (2 * step)
  }
}

// The largest difference between what was computed and what was to be.
func largestError(
  _ values: some Collection<Float>,
  _ expected: [Double]
) -> Double {
  precondition(values.count == expected.count)
  return zip(values, expected).map { abs(Double($0) - $1) }.max() ?? 0
}
