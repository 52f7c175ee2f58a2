import Testing

@testable import NeuralNetwork

@Suite struct LanesTests {
  // Rows, inputs and outputs: pairs of rows and single ones, whole vectors and
  // parts of them.
  private static let shapes = [
    (0, 3, 5), (1, 1, 1), (1, 64, 9), (2, 9, 64), (3, 7, 16), (4, 33, 17),
    (5, 16, 40),
  ]

  @Test(arguments: shapes)
  func `a product has the bits of plain loops`(
    rows: Int,
    inputs: Int,
    outputs: Int
  ) {
    var rng = SeededGenerator(state: 1)
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
    var product = [Float](repeating: 0, count: rows * outputs)
    var places = product.mutableSpan
    Lanes(of: layer, network.parameters).multiply(x.span, into: &places)
    #expect(product == plain)
  }

  @Test(arguments: shapes)
  func `transposed, it goes the other way without the biases`(
    rows: Int,
    inputs: Int,
    outputs: Int
  ) {
    var rng = SeededGenerator(state: 2)
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
    var product = [Float](repeating: 0, count: rows * inputs)
    var places = product.mutableSpan
    Lanes(transposing: layer, network.parameters)
      .multiply(deltas.span, into: &places)
    #expect(product == plain)
  }

  @Test func `other counts trap`() async {
    await #expect(processExitsWith: .failure) {
      let network = Network(sizes: [3, 2])
      var outputs: [Float] = [0, 0]
      var places = outputs.mutableSpan
      let lanes = Lanes(of: network.layers[0], network.parameters)
      lanes.multiply([1, 2, 3, 4].span, into: &places)
    }
  }
}
