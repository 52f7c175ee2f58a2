import TestSupport
import Testing

@testable import NeuralNetwork

@Suite struct LanesTests {
  // Rows, inputs and outputs: pairs of rows and single ones, whole vectors and
  // parts of them.
  private static let shapes = [
    (0, 3, 5), (1, 1, 1), (1, 64, 9), (2, 9, 64), (3, 7, 16), (4, 33, 17),
    (5, 16, 40), (2, 20, 12), (3, 20, 13), (2, 5, 28), (1, 5, 29),
  ]

  @Test(arguments: shapes)
  func `a product has the bits of plain loops`(
    rows: Int,
    inputs: Int,
    outputs: Int
  ) {
    var rng = SplitMix64(state: 1)
    var network = Network(sizes: [inputs, outputs])
    network.parameters = rng.uniform(1, count: network.parameters.count)
    let x = rng.uniform(1, count: rows * inputs)
    let layer = network.layers[0]
    var plain = [Float](repeating: 0, count: rows * outputs)
    for row in 0..<rows {
      for output in 0..<outputs {
        var sum = network.parameters[layer.biases.lowerBound + output]
        for input in 0..<inputs {
          let weight = layer.weights(from: input).lowerBound + output
          sum += x[row * inputs + input] * network.parameters[weight]
        }
        plain[row * outputs + output] = sum
      }
    }
    var product = Rows(count: rows, width: outputs)
    Lanes(of: layer, network.parameters)
      .multiply(Rows(x, width: inputs), into: &product)
    #expect(product.flat.map(\.bitPattern) == plain.map(\.bitPattern))
  }

  @Test(arguments: shapes)
  func `transposed, it goes the other way without the biases`(
    rows: Int,
    inputs: Int,
    outputs: Int
  ) {
    var rng = SplitMix64(state: 2)
    var network = Network(sizes: [inputs, outputs])
    network.parameters = rng.uniform(1, count: network.parameters.count)
    let deltas = rng.uniform(1, count: rows * outputs)
    let layer = network.layers[0]
    var plain = [Float](repeating: 0, count: rows * inputs)
    for row in 0..<rows {
      for input in 0..<inputs {
        for output in 0..<outputs {
          let weight = layer.weights(from: input).lowerBound + output
          plain[row * inputs + input] +=
            deltas[row * outputs + output] * network.parameters[weight]
        }
      }
    }
    var product = Rows(count: rows, width: inputs)
    Lanes(transposing: layer, network.parameters)
      .multiply(Rows(deltas, width: outputs), into: &product)
    #expect(product.flat.map(\.bitPattern) == plain.map(\.bitPattern))
  }

  @Test func `rows before the first stay as they are`() {
    var rng = SplitMix64(state: 3)
    var network = Network(sizes: [3, 2])
    network.parameters = rng.uniform(1, count: network.parameters.count)
    let lanes = Lanes(of: network.layers[0], network.parameters)
    let x = Rows(rng.uniform(1, count: 15), width: 3)
    var whole = Rows(count: 5, width: 2)
    lanes.multiply(x, into: &whole)
    for first in 0...5 {
      var part = Rows(count: 5, width: 2)
      lanes.multiply(x, into: &part, from: first)
      let zeros = [Float](repeating: 0, count: 2 * first)
      #expect(part.flat == zeros + whole.flat.dropFirst(2 * first))
    }
  }

  @Test func `other counts trap`() async {
    await #expect(processExitsWith: .failure) {
      let network = Network(sizes: [3, 2])
      let lanes = Lanes(of: network.layers[0], network.parameters)
      var outputs = Rows(count: 1, width: 2)
      lanes.multiply(Rows(count: 1, width: 4), into: &outputs)
    }
    await #expect(processExitsWith: .failure) {
      let network = Network(sizes: [3, 2])
      let lanes = Lanes(of: network.layers[0], network.parameters)
      var outputs = Rows(count: 1, width: 2)
      lanes.multiply(Rows(count: 2, width: 3), into: &outputs)
    }
    await #expect(processExitsWith: .failure) {
      let network = Network(sizes: [3, 2])
      let lanes = Lanes(of: network.layers[0], network.parameters)
      var outputs = Rows(count: 1, width: 2)
      lanes.multiply(Rows(count: 1, width: 3), into: &outputs, from: 2)
    }
  }
}
