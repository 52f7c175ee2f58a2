/// The inputs of a batch that are not 0, input by input: in compressed sparse
/// columns, where the batch has them in rows.
struct SparseColumns {
  /// Where each input's entries begin; those of the last end at the last.
  private let starts: [Int]

  /// The rows in which an input is not 0, ascending, input after input.
  private let rows: [Int32]

  /// What the input is there; empty while all are 1.
  private let values: [Float]

  /// Sorts the inputs of a batch by counting.
  ///
  /// - Complexity: O(inputs + rows + entries).
  init(of batch: Batch, inputs: Int) {
    let active = batch.activeInputs.span
    var starts = [Int](repeating: 0, count: inputs + 1)
    var counts = starts.mutableSpan
    for i in active.indices { counts[Int(active[i]) + 1] += 1 }
    for input in 0..<inputs { counts[input + 1] += counts[input] }
    self.starts = starts
    var rows = [Int32](repeating: 0, count: active.count)
    var values = batch.values
    var ends = starts.mutableSpan
    var entries = rows.mutableSpan
    for row in 0..<batch.count {
      for i in batch.inputs(ofRow: row) {
        let input = Int(active[i])
        let place = ends[input]
        entries[place] = Int32(truncatingIfNeeded: row)
        if !values.isEmpty { values[place] = batch.values[i] }
        ends[input] = place + 1
      }
    }
    self.rows = rows
    self.values = values
  }

  /// The sum over the rows of `x`, the `group`th vectors of them, each times
  /// what an input is there.
  @inline(__always)
  func sum(of x: Rows, group: Int, times input: Int) -> Rows.Vector {
    let entries = starts[input]..<starts[input + 1]
    let (rows, blocks) = (rows.span.extracting(entries), x.blocks.span)
    var sum = Rows.Vector.zero
    if values.isEmpty {
      for i in rows.indices {
        sum += Rows.Vector(blocks[Int(rows[i]) * x.groups + group])
      }
    } else {
      let values = values.span.extracting(entries)
      for i in rows.indices {
        let block = blocks[Int(rows[i]) * x.groups + group]
        sum += values[i] * Rows.Vector(block)
      }
    }
    return sum
  }
}
