import NeuralNetwork
import TestSupport
import Testing

@Suite struct NetworkTests {
  @Test(
    arguments: [[18, 64, 9], [1, 1], [7, 6, 4, 3], [10, 3], [2, 1, 1, 5]],
    [true, false]
  )
  func `layers tile the parameters in order`(sizes: [Int], hasBiases: Bool) {
    let network = Network(sizes: sizes, hasBiases: hasBiases)
    #expect(network.layers.map(\.inputs) == Array(sizes.dropLast()))
    #expect(network.layers.map(\.outputs) == Array(sizes.dropFirst()))
    var places: [Int] = []
    for layer in network.layers {
      for input in 0..<layer.inputs {
        #expect(layer.weights(from: input).count == layer.outputs)
        places += layer.weights(from: input)
      }
      #expect(layer.biases.count == (hasBiases ? layer.outputs : 0))
      places += layer.biases
    }
    #expect(places == Array(network.parameters.indices))
    #expect(network.parameters.allSatisfy { $0 == 0 })
    #expect(network.hasBiases == hasBiases)
    #expect(network.sizes == sizes)
  }

  @Test(arguments: [[5, 4, 3], [5, 3]], [0..<2, 1..<3, 2..<3, 0..<4])
  func `some outputs alone are the same, new ones are 0`(
    sizes: [Int], range: Range<Int>
  ) {
    var rng = SplitMix64(state: 7)
    var network = Network(sizes: sizes, activeInputs: 2, using: &rng)
    for place in network.layers[sizes.count - 2].biases {
      network.parameters[place] = rng.nextUnit()
    }
    func outputs(of network: Network) -> [Float] {
      var batch = Batch()
      batch.append([1, 4])
      network.evaluate(&batch)
      return batch.outputs(ofRow: 0)
    }
    let all = outputs(of: network) + [0]
    let some = network.selecting(outputs: range)
    #expect(some.sizes == sizes.dropLast() + [range.count])
    #expect(outputs(of: some) == Array(all[range]))
  }

  @Test(
    arguments: [
      ([18, 128, 9], 9, [2 / 9, 0.01 / 128]),
      ([32, 96, 64, 16], 16, [2 / 16, 2 / 96, 0.01 / 64]),
      ([100, 20], 9, [0.01 / 100]),
    ] as [([Int], Int, [Double])]
  )
  func `weights have the stated variance, biases are 0`(
    sizes: [Int],
    activeInputs: Int,
    variances: [Double]
  ) {
    var rng = SplitMix64(state: 12)
    let network = Network(
      sizes: sizes,
      activeInputs: activeInputs,
      using: &rng
    )
    #expect(network.hasBiases)
    for (layer, variance) in zip(network.layers, variances) {
      #expect(layer.biases.allSatisfy { network.parameters[$0] == 0 })
      let weights = (0..<layer.inputs).flatMap { input in
        layer.weights(from: input).map { Double(network.parameters[$0]) }
      }
      let count = Double(weights.count)
      let mean = weights.reduce(0, +) / count
      let square = weights.reduce(0) { $0 + $1 * $1 } / count
      // Of a uniform variable, the square varies by 0.8 of its mean squared.
      #expect(abs(square / variance - 1) < 5 * (0.8 / count).squareRoot())
      #expect(abs(mean) < 5 * (variance / count).squareRoot())
      let largest = weights.map(abs).max() ?? 0
      #expect(largest <= (3 * variance).squareRoot() * 1.000001)
      #expect(Set(weights).count > weights.count * 9 / 10)
    }
  }

  @Test func `the same seed gives the same network, another another`() {
    func network(_ seed: UInt64) -> Network {
      var rng = SplitMix64(state: seed)
      return Network(sizes: [18, 16, 9], activeInputs: 9, using: &rng)
    }
    #expect(network(1) == network(1))
    #expect(network(1) != network(2))
  }

  @Test func `the first choice is nearly uniform`() {
    var rng = SplitMix64(state: 13)
    let network = Network(sizes: [18, 128, 9], activeInputs: 9, using: &rng)
    var batch = Batch()
    batch.append([0, 4, 8, 11, 12])
    network.evaluate(&batch)
    #expect(batch.outputs(ofRow: 0).allSatisfy { abs($0) < 1 })
  }

  @Test func `the largest parameter is told by magnitude`() {
    var network = Network(sizes: [2, 2])
    #expect(network.largestParameter == 0)
    network.parameters = [1, -7, 3, 0.5, 6, -2]
    #expect(network.largestParameter == 7)
  }

  @Test func `the output bound is that of inputs of magnitude 1`() {
    var network = Network(sizes: [2, 2, 1])
    #expect(network.outputBound == 0)
    // Hidden units of at most 1 + 2 + 3 and 4 + 5 + 6.
    network.parameters = [1, -4, -2, 5, 3, -6, -7, 8, -9]
    #expect(network.outputBound == 15 * 7 + 15 * 8 + 9)
  }

  @Test func `sizes that are none trap`() async {
    var result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = Network(sizes: [])
    }
    #expect(result.message.contains("a network of sizes []"))
    result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = Network(sizes: [3])
    }
    #expect(result.message.contains("a network of sizes [3]"))
    result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = Network(sizes: [3, 0])
    }
    #expect(result.message.contains("a network of sizes [3, 0]"))
    result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = Network(sizes: [3, -1, 2])
    }
    #expect(result.message.contains("a network of sizes [3, -1, 2]"))
  }

  @Test func `weights from an input that the layer lacks trap`() async {
    var result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = Network(sizes: [3, 2, 2]).layers[0].weights(from: 3)
    }
    #expect(result.message.contains("input 3 of a layer of 3"))
    result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = Network(sizes: [3, 2, 2]).layers[1].weights(from: -1)
    }
    #expect(result.message.contains("input -1 of a layer of 2"))
  }
}
