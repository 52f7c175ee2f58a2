import NeuralNetwork
import TestSupport
import Testing

@Suite struct DenseInputTests {
  // Rows whose last inputs have any value and whose first are zeros and ones.
  private struct Sample {
    let network: NetworkSample
    let rows: [[Double]]

    init(_ network: NetworkSample) {
      self.network = network
      var rng = SplitMix64(state: 7)
      let inputs = network.network.sizes[0]
      rows = network.rows.map { ones in
        (0..<inputs).map { input in
          if input >= inputs / 2 { return Double(rng.uniform(1)) }
          return ones.contains(input) ? 1 : 0
        }
      }
    }

    var batch: Batch {
      var batch = Batch()
      for row in rows {
        let half = row.count / 2
        for input in 0..<half where row[input] == 1 { batch.appendInput(input) }
        for input in half..<row.count {
          batch.appendInput(input, value: Float(row[input]))
        }
        batch.endRow()
      }
      return batch
    }

    // The outputs times the slopes, added up: what the gradients are of.
    func sum(_ rows: [[Double]], _ parameters: [Double]) -> Double {
      let reference = ReferenceNetwork(
        sizes: network.network.sizes,
        hasBiases: network.network.hasBiases
      )
      var sum = 0.0
      for (number, row) in rows.enumerated() {
        let outputs = reference.outputs(of: row, parameters)
        for (y, slope) in zip(outputs, network.slopes(ofRow: number)) {
          sum += y * Double(slope)
        }
      }
      return sum
    }
  }

  @Test(arguments: NetworkSample.all)
  func `inputs of any value have the plain network's outputs and gradients`(
    network: NetworkSample
  ) {
    let sample = Sample(network)
    let parameters = network.network.parameters.map(Double.init)
    var batch = sample.batch
    network.network.evaluate(&batch)
    let reference = ReferenceNetwork(
      sizes: network.network.sizes,
      hasBiases: network.network.hasBiases
    )
    for (number, row) in sample.rows.enumerated() {
      let expected = reference.outputs(of: row, parameters)
      #expect(largestError(batch.outputs(ofRow: number), expected) < 1e-5)
    }
    let gradient = network.network.parameterGradient(
      of: network.slopes,
      through: batch
    )
    let expected = centralDifferences(
      of: { sample.sum(sample.rows, $0) },
      at: parameters,
      step: 1e-6
    )
    #expect(largestError(gradient, expected) < 1e-5)
  }

  @Test(arguments: NetworkSample.all)
  func `the gradient by every input is the central difference`(
    network: NetworkSample
  ) {
    let sample = Sample(network)
    let parameters = network.network.parameters.map(Double.init)
    var batch = sample.batch
    network.network.evaluate(&batch)
    let gradient = network.network.inputGradient(
      of: network.slopes,
      through: batch
    )
    let width = network.network.sizes[0]
    let expected = centralDifferences(
      of: { numbers in
        let rows = sample.rows.indices.map {
          Array(numbers[$0 * width..<($0 + 1) * width])
        }
        return sample.sum(rows, parameters)
      },
      at: sample.rows.flatMap { $0 },
      step: 1e-6
    )
    #expect(largestError(gradient, expected) < 1e-5)
    #expect(gradient.contains { $0 != 0 })
  }

  @Test func `a one by its value has the bits of a one that is listed`() {
    for sample in NetworkSample.all {
      var listed = sample.batch(sample.rows)
      var valued = Batch()
      for row in sample.rows {
        for input in row { valued.appendInput(input, value: 1) }
        valued.endRow()
      }
      sample.network.evaluate(&listed)
      sample.network.evaluate(&valued)
      for row in sample.rows.indices {
        #expect(listed.outputs(ofRow: row) == valued.outputs(ofRow: row))
      }
    }
  }

  @Test func `a batch that forgot its values takes ones again`() {
    let sample = NetworkSample.all[0]
    var used = Batch()
    used.appendInput(3, value: 0.5)
    used.appendInput(4, value: 2)
    used.endRow()
    used.removeAll()
    for row in sample.rows { used.append(row) }
    var new = sample.batch(sample.rows)
    sample.network.evaluate(&used)
    sample.network.evaluate(&new)
    for row in sample.rows.indices {
      #expect(used.outputs(ofRow: row) == new.outputs(ofRow: row))
    }
  }

  @Test func `an input gradient of other counts traps`() async {
    let result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      let network = Network(sizes: [3, 2])
      var batch = Batch()
      batch.append([0])
      network.evaluate(&batch)
      _ = network.inputGradient(of: [1], through: batch)
    }
    #expect(result.message.contains("1 numbers in rows of 2"))
  }
}
