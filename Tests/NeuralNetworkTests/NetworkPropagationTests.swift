import NeuralNetwork
import Testing

@Suite struct NetworkPropagationTests {
  private let rows = [[0, 3, 4], [1], [], [0, 1, 2, 3, 4, 5]]

  private func network(_ sizes: [Int], hasBiases: Bool = true) -> Network {
    var rng = XorShift()
    var network = Network(sizes: sizes, hasBiases: hasBiases)
    for i in network.parameters.indices {
      network.parameters[i] = 2 * rng.nextUnit() - 1
    }
    return network
  }

  // A forward pass that shares nothing with the network's: dense, in Double.
  private func reference(
    _ network: Network,
    _ parameters: [Double],
    _ ones: [Int]
  ) -> [Double] {
    var values = (0..<network.sizes[0]).map { ones.contains($0) ? 1.0 : 0 }
    var start = 0
    for (index, width) in network.sizes.dropFirst().enumerated() {
      var next = [Double](repeating: 0, count: width)
      for output in 0..<width {
        for (input, value) in values.enumerated() {
          next[output] += value * parameters[start + input * width + output]
        }
      }
      start += values.count * width
      if network.hasBiases {
        for output in 0..<width { next[output] += parameters[start + output] }
        start += width
      }
      let isLast = index == network.sizes.count - 2
      values = isLast ? next : next.map { max($0, 0) }
    }
    return values
  }

  @Test(arguments: [[6, 5, 4], [6, 7, 5, 3], [6, 4]], [true, false])
  func `outputs and gradients agree with a dense reference`(
    sizes: [Int],
    hasBiases: Bool
  ) {
    let network = network(sizes, hasBiases: hasBiases)
    let outputs = sizes.last ?? 0
    var batch = Batch()
    for row in rows.prefix(2) { batch.append(row) }
    network.evaluate(&batch)
    for row in rows.dropFirst(2) { batch.append(row) }
    network.evaluate(&batch)
    var rng = XorShift(state: 7)
    let weights = (0..<rows.count * outputs).map { _ in rng.nextUnit() - 0.5 }
    let parameters = network.parameters.map(Double.init)
    func value(_ parameters: [Double]) -> Double {
      rows.enumerated().reduce(0) { sum, entry in
        let outputs = reference(network, parameters, entry.element)
        return outputs.enumerated().reduce(sum) {
          $0 + $1.element
            * Double(weights[entry.offset * outputs.count + $1.offset])
        }
      }
    }
    for (row, ones) in rows.enumerated() {
      let expected = reference(network, parameters, ones)
      for (a, b) in zip(batch.outputs(ofRow: row), expected) {
        #expect(abs(Double(a) - b) < 1e-5)
      }
    }
    var gradient = [Float](repeating: 0, count: parameters.count)
    network.backpropagate(weights, through: batch, into: &gradient)
    for i in parameters.indices {
      var (up, down) = (parameters, parameters)
      up[i] += 1e-6
      down[i] -= 1e-6
      let difference = (value(up) - value(down)) / 2e-6
      #expect(abs(Double(gradient[i]) - difference) < 1e-4)
    }
  }

  @Test func `rows added in two goes give the bits of one go`() {
    let network = network([6, 5, 4])
    var (one, two) = (Batch(), Batch())
    for row in rows { one.append(row) }
    network.evaluate(&one)
    for row in rows {
      two.append(row)
      network.evaluate(&two)
    }
    for row in rows.indices {
      #expect(one.outputs(ofRow: row) == two.outputs(ofRow: row))
    }
  }

  @Test func `parameters tile the flat vector`() {
    let network = network([6, 7, 5, 3])
    var seen: [Int] = []
    for layer in network.layers {
      for input in 0..<layer.inputs { seen += layer.weights(from: input) }
      seen += layer.biases
    }
    #expect(seen == Array(network.parameters.indices))
  }

  @Test func `first weights have the variances stated`() {
    var rng = XorShift()
    let network = Network(sizes: [18, 512, 9], using: &rng)
    func variance(_ range: Range<Int>) -> Float {
      let values = network.parameters[range]
      return values.reduce(0) { $0 + $1 * $1 } / Float(values.count)
    }
    let (hidden, output) = (network.layers[0], network.layers[1])
    #expect(abs(variance(0..<hidden.biases.lowerBound) * 9 / 2 - 1) < 0.05)
    let weights = output.weights(from: 0).lowerBound..<output.biases.lowerBound
    #expect(abs(variance(weights) * 512 / 0.01 - 1) < 0.08)
    #expect(variance(hidden.biases) == 0 && variance(output.biases) == 0)
  }

  @Test func `a gradient of the wrong size traps`() async {
    await #expect(processExitsWith: .failure) {
      let network = Network(sizes: [2, 2])
      var gradient: [Float] = [0]
      network.backpropagate([], through: Batch(), into: &gradient)
    }
  }
}
