import NeuralNetwork
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
    await #expect(processExitsWith: .failure) {
      var other = Batch()
      other.append([0])
      var batch = Batch()
      batch.append(row: 1, of: other)
    }
  }

  @Test func `a row with values of another batch traps`() async {
    await #expect(processExitsWith: .failure) {
      var valued = Batch()
      valued.appendInput(0, value: 2)
      valued.endRow()
      var batch = Batch()
      batch.append(row: 0, of: valued)
    }
  }

  @Test func `outputs before an evaluation trap`() async {
    await #expect(processExitsWith: .failure) {
      var batch = Batch()
      batch.append([0])
      _ = batch.outputs(ofRow: 0)
    }
    await #expect(processExitsWith: .failure) {
      var batch = Batch()
      batch.append([0])
      Network(sizes: [1, 1]).evaluate(&batch)
      batch.append([0])
      _ = batch.outputs(ofRow: 1)
    }
    await #expect(processExitsWith: .failure) {
      var batch = Batch()
      batch.append([0])
      Network(sizes: [1, 1]).evaluate(&batch)
      _ = batch.outputs(ofRow: -1)
    }
    await #expect(processExitsWith: .failure) {
      var batch = Batch()
      batch.append([0])
      Network(sizes: [1, 1]).evaluate(&batch)
      batch.removeAll()
      _ = batch.outputs(ofRow: 0)
    }
  }
}
