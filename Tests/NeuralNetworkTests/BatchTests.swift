import NeuralNetwork
import TestSupport
import Testing

@Suite struct BatchTests {
  @Test func `rows are counted and forgotten`() {
    var batch = Batch()
    #expect(batch.count == 0)
    batch.append([0, 2])
    batch.append([])
    #expect(batch.count == 2)
    batch.removeAll()
    #expect(batch.count == 0)
  }

  @Test func `a batch that forgot its rows is as good as new`() {
    for sample in NetworkSample.all {
      var used = sample.batch(sample.rows.reversed())
      sample.network.evaluate(&used)
      used.append([])
      used.removeAll()
      for row in sample.rows { used.append(row) }
      sample.network.evaluate(&used)
      var new = sample.batch(sample.rows)
      sample.network.evaluate(&new)
      for row in sample.rows.indices {
        #expect(
          used.outputs(ofRow: row) == new.outputs(ofRow: row)
        )
      }
    }
  }

  @Test func `an evaluated row keeps its outputs when others are added`() {
    let sample = NetworkSample.all[0]
    var batch = sample.batch(sample.rows)
    sample.network.evaluate(&batch)
    let before = sample.rows.indices.map { batch.outputs(ofRow: $0) }
    batch.append([1])
    let after = sample.rows.indices.map { batch.outputs(ofRow: $0) }
    #expect(after == before)
  }

  @Test func `a row of another batch is the same row`() {
    let sample = NetworkSample.all[0]
    let all = sample.batch(sample.rows)
    let order = sample.rows.indices.reversed()
    var batch = Batch()
    for row in order { batch.append(row: row, of: all) }
    sample.network.evaluate(&batch)
    var own = sample.batch(order.map { sample.rows[$0] })
    sample.network.evaluate(&own)
    for row in sample.rows.indices {
      #expect(batch.outputs(ofRow: row) == own.outputs(ofRow: row))
    }
  }

  @Test func `emptied, a batch goes through a network of other widths`() {
    var batch = Batch()
    batch.append([0])
    Network(sizes: [2, 3]).evaluate(&batch)
    batch.removeAll()
    batch.append([1])
    Network(sizes: [2, 4]).evaluate(&batch)
    #expect(batch.outputs(ofRow: 0) == [0, 0, 0, 0])
  }

  @Test func `a row that is none traps`() async {
    let result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      var other = Batch()
      other.append([0])
      var batch = Batch()
      batch.append(row: 1, of: other)
    }
    #expect(result.message.contains("row 1 of 1"))
  }

  @Test func `a row with values of another batch traps`() async {
    var result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      var valued = Batch()
      valued.appendInput(0, value: 2)
      valued.endRow()
      var batch = Batch()
      batch.append(row: 0, of: valued)
    }
    #expect(
      result.message.contains("a row of a batch with 1 values for one with 0")
    )
    result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      var other = Batch()
      other.append([0])
      var valued = Batch()
      valued.appendInput(0, value: 2)
      valued.endRow()
      valued.append(row: 0, of: other)
    }
    #expect(
      result.message.contains("a row of a batch with 0 values for one with 1")
    )
  }

  @Test func `outputs before an evaluation trap`() async {
    var result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      var batch = Batch()
      batch.append([0])
      _ = batch.outputs(ofRow: 0)
    }
    #expect(result.message.contains("outputs of row 0 of 0 evaluated"))
    result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      var batch = Batch()
      batch.append([0])
      Network(sizes: [1, 1]).evaluate(&batch)
      batch.append([0])
      _ = batch.outputs(ofRow: 1)
    }
    #expect(result.message.contains("outputs of row 1 of 1 evaluated"))
    result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      var batch = Batch()
      batch.append([0])
      Network(sizes: [1, 1]).evaluate(&batch)
      _ = batch.outputs(ofRow: -1)
    }
    #expect(result.message.contains("outputs of row -1 of 1 evaluated"))
    result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      var batch = Batch()
      batch.append([0])
      Network(sizes: [1, 1]).evaluate(&batch)
      batch.removeAll()
      _ = batch.outputs(ofRow: 0)
    }
    #expect(result.message.contains("outputs of row 0 of 0 evaluated"))
  }
}

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
    var result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      var batch = Batch()
      batch.append([3])
      Network(sizes: [3, 4, 2]).evaluate(&batch)
    }
    #expect(result.message.contains("Index out of bounds"))
    result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      var batch = Batch()
      batch.append([-1])
      Network(sizes: [3, 4, 2]).evaluate(&batch)
    }
    #expect(result.message.contains("Index out of bounds"))
  }

  @Test func `a batch of another network traps`() async {
    var result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      var batch = Batch()
      batch.append([0])
      Network(sizes: [3, 4, 2]).evaluate(&batch)
      Network(sizes: [3, 2]).evaluate(&batch)
    }
    #expect(
      result.message.contains(
        "1 rows of widths [4, 2] in a network of sizes [3, 2]"
      )
    )
    result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      var batch = Batch()
      for _ in 0..<3 { batch.append([0]) }
      Network(sizes: [3, 4, 2]).evaluate(&batch)
      Network(sizes: [3, 6, 2]).evaluate(&batch)
    }
    #expect(
      result.message.contains(
        "3 rows of widths [4, 2] in a network of sizes [3, 6, 2]"
      )
    )
  }
}
