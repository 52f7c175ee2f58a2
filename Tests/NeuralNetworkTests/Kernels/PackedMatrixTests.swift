import TestSupport
import Testing

@testable import NeuralNetwork

@Suite struct PackedMatrixTests {
  // Rows, inputs and outputs: pairs of rows and single ones, whole vectors and
  // parts of them.
  private static let shapes = [
    (0, 3, 5), (1, 1, 1), (1, 64, 9), (2, 9, 64), (3, 7, 16), (4, 33, 17),
    (5, 16, 40), (2, 20, 12), (3, 20, 13), (2, 5, 28), (1, 5, 29), (3, 20, 4),
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
    var product = PackedRows(count: rows, width: outputs)
    PackedMatrix(of: layer, network.parameters)
      .multiply(PackedRows(x, width: inputs), into: &product)
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
    var product = PackedRows(count: rows, width: inputs)
    PackedMatrix(transposing: layer, network.parameters)
      .multiply(PackedRows(deltas, width: outputs), into: &product)
    #expect(product.flat.map(\.bitPattern) == plain.map(\.bitPattern))
  }

  @Test func `rows before the first stay as they are`() {
    var rng = SplitMix64(state: 3)
    var network = Network(sizes: [3, 2])
    network.parameters = rng.uniform(1, count: network.parameters.count)
    let matrix = PackedMatrix(of: network.layers[0], network.parameters)
    let x = PackedRows(rng.uniform(1, count: 15), width: 3)
    var whole = PackedRows(count: 5, width: 2)
    matrix.multiply(x, into: &whole)
    for first in 0...5 {
      var part = PackedRows(count: 5, width: 2)
      matrix.multiply(x, into: &part, from: first)
      let zeros = [Float](repeating: 0, count: 2 * first)
      #expect(part.flat == zeros + whole.flat.dropFirst(2 * first))
    }
  }

  @Test(arguments: shapes)
  func `rectified, what is not positive is zero`(
    rows: Int,
    inputs: Int,
    outputs: Int
  ) {
    var rng = SplitMix64(state: 4)
    var network = Network(sizes: [inputs, outputs])
    network.parameters = rng.uniform(1, count: network.parameters.count)
    let matrix = PackedMatrix(of: network.layers[0], network.parameters)
    let x = PackedRows(rng.uniform(1, count: rows * inputs), width: inputs)
    var product = PackedRows(count: rows, width: outputs)
    matrix.multiply(x, into: &product)
    var rectified = PackedRows(count: rows, width: outputs)
    matrix.multiply(x, into: &rectified, rectifies: true)
    #expect(
      rectified.flat.map(\.bitPattern)
        == product.flat.map { max($0, 0).bitPattern }
    )
  }

  @Test func `rectified, NaN stays`() {
    var network = Network(sizes: [1, 3])
    network.parameters = [.nan, -1, 1, 0, 0, 0]
    var product = PackedRows(count: 1, width: 3)
    PackedMatrix(of: network.layers[0], network.parameters)
      .multiply(PackedRows([1], width: 1), into: &product, rectifies: true)
    #expect(product.flat[0].isNaN && product.flat[1...] == [0, 1])
  }

  @Test func `values that are too few trap`() async {
    let result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      let network = Network(sizes: [3, 2])
      let matrix = PackedMatrix(of: network.layers[0], network.parameters)
      var outputs = PackedRows(count: 1, width: 2)
      let (inputs, values): ([Int32], [Float]) = ([0, 1], [1])
      matrix.multiply(
        inputs: inputs.span,
        values: values.span,
        into: &outputs,
        row: 0,
        rectifies: false
      )
    }
    #expect(result.message.contains("1 values for 2 inputs"))
  }

  @Test func `other counts trap`() async {
    var result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      let network = Network(sizes: [3, 2])
      let matrix = PackedMatrix(of: network.layers[0], network.parameters)
      var outputs = PackedRows(count: 1, width: 2)
      matrix.multiply(PackedRows(count: 1, width: 4), into: &outputs)
    }
    #expect(
      result.message.contains(
        "1 rows of 4 from 0 on to 1 of 2 by a matrix of 3×2"
      )
    )
    result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      let network = Network(sizes: [3, 2])
      let matrix = PackedMatrix(of: network.layers[0], network.parameters)
      var outputs = PackedRows(count: 1, width: 2)
      matrix.multiply(PackedRows(count: 2, width: 3), into: &outputs)
    }
    #expect(
      result.message.contains(
        "2 rows of 3 from 0 on to 1 of 2 by a matrix of 3×2"
      )
    )
    result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      let network = Network(sizes: [3, 2])
      let matrix = PackedMatrix(of: network.layers[0], network.parameters)
      var outputs = PackedRows(count: 1, width: 2)
      matrix.multiply(PackedRows(count: 1, width: 3), into: &outputs, from: 2)
    }
    #expect(
      result.message.contains(
        "1 rows of 3 from 2 on to 1 of 2 by a matrix of 3×2"
      )
    )
  }
}
