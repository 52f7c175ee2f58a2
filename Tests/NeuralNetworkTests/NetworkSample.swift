import NeuralNetwork
import TestSupport
import Testing

// A random network, rows for it, and the plain network to compare with.
struct NetworkSample: Sendable, CustomTestStringConvertible {
  let network: Network
  let rows: [[Int]]
  // Gradients by output, of shape [rows, outputs].
  let slopes: [Float]

  init(sizes: [Int], hasBiases: Bool = true, subsets: Int = 6, seed: UInt64 = 1)
  {
    var rng = SplitMix64(state: seed)
    var network = Network(sizes: sizes, hasBiases: hasBiases)
    network.parameters = rng.uniform(1, count: network.parameters.count)
    self.network = network
    let inputs = 0..<sizes[0]
    let subsets = (0..<subsets).map { _ in
      inputs.filter { _ in rng.next() % 2 == 0 }
    }
    rows = [[]] + subsets + [Array(inputs)]
    slopes = rng.uniform(1, count: rows.count * sizes[sizes.count - 1])
  }

  static let all = [
    NetworkSample(sizes: [18, 5, 9]),
    NetworkSample(sizes: [18, 5, 9], seed: 2),
    NetworkSample(sizes: [7, 6, 4, 3]),
    NetworkSample(sizes: [7, 6, 4, 3], hasBiases: false),
    NetworkSample(sizes: [10, 3], hasBiases: false),
    NetworkSample(sizes: [10, 3]),
    NetworkSample(sizes: [1, 1]),
    // More than one vector, whole ones and parts; an odd number of rows.
    NetworkSample(sizes: [6, 35, 16, 17], subsets: 5),
    NetworkSample(sizes: [18, 32, 9], subsets: 1),
  ]

  var testDescription: String { "\(network.sizes)" }

  var outputs: Int { slopes.count / rows.count }

  func batch(_ rows: [[Int]]) -> Batch {
    var batch = Batch()
    for row in rows { batch.append(row) }
    return batch
  }

  func slopes(ofRow row: Int) -> [Float] {
    Array(slopes[row * outputs..<(row + 1) * outputs])
  }

  func reference(_ row: [Int], _ parameters: [Double]) -> [Double] {
    var inputs = [Double](repeating: 0, count: network.sizes[0])
    for input in row { inputs[input] = 1 }
    return ReferenceNetwork(
      sizes: network.sizes,
      hasBiases: network.hasBiases
    ).outputs(of: inputs, parameters)
  }
}
