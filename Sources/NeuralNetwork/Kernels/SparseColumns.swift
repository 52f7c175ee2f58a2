/// The inputs of a batch that are not 0, input by input: in compressed sparse
/// columns (CSC), where the batch has them in rows.
struct SparseColumns {
  /// Offsets of each input's entries, of shape [inputs + 1].
  private let starts: [Int]

  /// The row of each entry, of shape [entries]; ascending within an input.
  private let rows: [Int32]

  /// The value of each entry, of shape [entries]; empty while all are 1.
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
        let entry = ends[input]
        entries[entry] = Int32(truncatingIfNeeded: row)
        if !values.isEmpty { values[entry] = batch.values[i] }
        ends[input] = entry + 1
      }
    }
    self.rows = rows
    self.values = values
  }

  /// Returns one panel of Σᵣ value[r, input] · x[r].
  ///
  /// - Complexity: O(entries of the input).
  @inline(__always)
  func sum(of x: PackedRows, panel: Int, times input: Int) -> Vector {
    let entries = starts[input]..<starts[input + 1]
    let (rows, panels) = (rows.span.extracting(entries), x.panels.span)
    var sum = Vector.zero
    if values.isEmpty {
      for i in rows.indices {
        sum += Vector(panels[Int(rows[i]) * x.panelsPerRow + panel])
      }
    } else {
      let values = values.span.extracting(entries)
      for i in rows.indices {
        let numbers = panels[Int(rows[i]) * x.panelsPerRow + panel]
        sum += values[i] * Vector(numbers)
      }
    }
    return sum
  }
}
