import TestSupport
import Testing

@testable import NeuralNetwork

@Suite struct OuterProductsTests {
  // Rows and the two widths: odd and even, whole vectors and parts of them.
  @Test(arguments: [(0, 3, 5), (1, 1, 1), (3, 9, 64), (2, 17, 16), (5, 4, 33)])
  func `they have the bits of plain loops`(rows: Int, outputs: Int, inputs: Int)
  {
    var rng = SplitMix64(state: 1)
    let deltas = rng.uniform(1, count: rows * outputs)
    let x = rng.uniform(1, count: rows * inputs)
    var plain = [Float](repeating: 0, count: outputs * inputs)
    for row in 0..<rows {
      for output in 0..<outputs {
        for input in 0..<inputs {
          plain[output * inputs + input] +=
            deltas[row * outputs + output] * x[row * inputs + input]
        }
      }
    }
    let products = Rows(deltas, width: outputs)
      .outerProducts(with: Rows(x, width: inputs))
    #expect(products.count == outputs && products.width == inputs)
    #expect(products.flat.map(\.bitPattern) == plain.map(\.bitPattern))
  }

  @Test func `other counts of rows trap`() async {
    await #expect(processExitsWith: .failure) {
      _ = Rows(count: 2, width: 3).outerProducts(with: Rows(count: 3, width: 3))
    }
  }
}
