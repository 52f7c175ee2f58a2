import NeuralNetwork
import Testing

@Suite struct NetworkPropagationTests {
  @Test(arguments: NetworkSample.all)
  func `outputs are those of a dense network`(sample: NetworkSample) {
    let parameters = sample.network.parameters.map(Double.init)
    var batch = sample.batch(sample.rows)
    sample.network.evaluate(&batch)
    for (number, row) in sample.rows.enumerated() {
      let outputs = batch.outputs(ofRow: number)
      #expect(largestError(outputs, sample.reference(row, parameters)) < 1e-5)
    }
  }

  @Test(arguments: NetworkSample.all)
  func `rows added in two goes give the same bits as in one`(
    sample: NetworkSample
  ) {
    var whole = sample.batch(sample.rows)
    sample.network.evaluate(&whole)
    for cut in 0...sample.rows.count {
      var parts = sample.batch(Array(sample.rows[..<cut]))
      sample.network.evaluate(&parts)
      for row in sample.rows[cut...] { parts.append(row) }
      sample.network.evaluate(&parts)
      sample.network.evaluate(&parts)
      for row in sample.rows.indices {
        #expect(
          parts.outputs(ofRow: row).map(\.bitPattern)
            == whole.outputs(ofRow: row).map(\.bitPattern)
        )
      }
    }
  }

  @Test(arguments: NetworkSample.all)
  func `a row's outputs do not depend on the others`(sample: NetworkSample) {
    var whole = sample.batch(sample.rows)
    sample.network.evaluate(&whole)
    for (number, row) in sample.rows.enumerated() {
      var single = sample.batch([row])
      sample.network.evaluate(&single)
      #expect(
        single.outputs(ofRow: 0) == whole.outputs(ofRow: number)
      )
    }
  }

  @Test func `a row that was evaluated is not evaluated again`() {
    var network = Network(sizes: [1, 1])
    network.parameters = [1, 1]
    var batch = Batch()
    batch.append([0])
    network.evaluate(&batch)
    network.parameters = [2, 2]
    batch.append([0])
    network.evaluate(&batch)
    #expect(batch.outputs(ofRow: 0) == [2])
    #expect(batch.outputs(ofRow: 1) == [4])
  }

  @Test func `one layer without biases is a table`() {
    var network = Network(sizes: [3, 2], hasBiases: false)
    network.parameters = [1, 2, 3, 4, 5, 6]
    var batch = Batch()
    for row in 0..<3 { batch.append([row]) }
    network.evaluate(&batch)
    #expect(batch.outputs(ofRow: 1) == [3, 4])
    #expect(batch.outputs(ofRow: 2) == [5, 6])
  }

  @Test func `an empty batch is evaluated to nothing`() {
    var batch = Batch()
    Network(sizes: [3, 2]).evaluate(&batch)
    #expect(batch.count == 0)
  }

  @Test func `an input that the network lacks traps`() async {
    await #expect(processExitsWith: .failure) {
      var batch = Batch()
      batch.append([3])
      Network(sizes: [3, 4, 2]).evaluate(&batch)
    }
    await #expect(processExitsWith: .failure) {
      var batch = Batch()
      batch.append([-1])
      Network(sizes: [3, 4, 2]).evaluate(&batch)
    }
  }

  @Test func `a batch of another network traps`() async {
    await #expect(processExitsWith: .failure) {
      var batch = Batch()
      batch.append([0])
      Network(sizes: [3, 4, 2]).evaluate(&batch)
      Network(sizes: [3, 2]).evaluate(&batch)
    }
    await #expect(processExitsWith: .failure) {
      var batch = Batch()
      for _ in 0..<3 { batch.append([0]) }
      Network(sizes: [3, 4, 2]).evaluate(&batch)
      Network(sizes: [3, 6, 2]).evaluate(&batch)
    }
  }
}
