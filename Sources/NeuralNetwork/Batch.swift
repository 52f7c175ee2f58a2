/// Rows of inputs that pass through a network together, with the activations of
/// every layer, which backpropagation needs.
///
/// Rows may be added after others were evaluated; each is evaluated once.
public struct Batch: Sendable {
  public var count: Int { ends.count }

  /// The number of rows that have outputs, the first ones.
  fileprivate(set) var evaluatedCount = 0

  /// The inputs that are not 0, row after row, of shape [entries].
  private(set) var activeInputs: [Int32] = []

  /// Their values, of shape [entries]; empty while all are 1.
  private(set) var values: [Float] = []

  /// The end of each row in ``activeInputs``, of shape [rows].
  private var ends: [Int] = []

  /// The outputs of each layer, of shape [layers][evaluated rows, outputs].
  fileprivate(set) var activations: [PackedRows] = []

  /// The packed layers and the parameters they were made from, kept because
  /// rows often come a few at a time.
  fileprivate var packed: (parameters: [Float], layers: [PackedMatrix]) =
    ([], [])

  /// The gradients by the outputs of each layer, of which only the memory is
  /// needed again, of shape [layers][rows, outputs].
  private var deltas: [PackedRows] = []

  public init() {}

  /// Adds a row whose inputs are 1 where listed, else 0.
  public mutating func append(_ ones: some Sequence<Int>) {
    for input in ones { appendInput(input) }
    endRow()
  }

  /// Adds an input that is 1 to the row that ``endRow()`` will end.
  public mutating func appendInput(_ input: Int) {
    activeInputs.append(Int32(input))
    if !values.isEmpty { values.append(1) }
  }

  /// Adds an input of any value to the row that ``endRow()`` will end.
  public mutating func appendInput(_ input: Int, value: Float) {
    if values.isEmpty {
      values = [Float](repeating: 1, count: activeInputs.count)
    }
    activeInputs.append(Int32(input))
    values.append(value)
  }

  /// Adds a row of another batch.
  ///
  /// - Precondition: all inputs of both are 0 or 1.
  public mutating func append(row: Int, of other: Batch) {
    precondition(0 <= row && row < other.count, "row \(row) of \(other.count)")
    precondition(
      other.values.isEmpty && values.isEmpty,
      "a row of a batch with \(other.values.count) values for one with "
        + "\(values.count)"
    )
    for place in other.inputs(ofRow: row) {
      activeInputs.append(other.activeInputs[place])
    }
    endRow()
  }

  public mutating func endRow() {
    ends.append(activeInputs.count)
  }

  /// Removes all rows, keeping the memory.
  public mutating func removeAll() {
    activeInputs.removeAll(keepingCapacity: true)
    values.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    forgetOutputs()
  }

  /// Removes the outputs, so that all rows are evaluated again.
  public mutating func forgetOutputs() {
    evaluatedCount = 0
    for layer in activations.indices { activations[layer].resize(to: 0) }
  }

  /// The outputs of an evaluated row, of shape [outputs].
  public func outputs(ofRow row: Int) -> [Float] {
    last(holding: row)[row]
  }

  /// The outputs of an evaluated row, of shape [outputs].
  ///
  /// - Precondition: the outputs are at most ``OutcomeVector/capacity``.
  public func outcomes(ofRow row: Int) -> OutcomeVector {
    let outputs = last(holding: row)
    let first = row * outputs.panelsPerRow
    return OutcomeVector(
      count: outputs.width, lanes: Vector(outputs.panels[first]),
      more: outputs.panelsPerRow > 1
        ? Vector(outputs.panels[first + 1]) : .zero
    )
  }

  private func last(holding row: Int) -> PackedRows {
    guard let last = activations.last, 0 <= row, row < evaluatedCount else {
      preconditionFailure(
        "outputs of row \(row) of \(evaluatedCount) evaluated"
      )
    }
    return last
  }

  /// Hands out the memory of backpropagation through some layers.
  mutating func takeDeltas(for layers: [Network.Layer]) -> [PackedRows] {
    var taken: [PackedRows] = []
    swap(&taken, &deltas)
    let fits = taken.elementsEqual(layers) { $0.width == $1.outputs }
    return fits ? taken : layers.map { PackedRows(width: $0.outputs) }
  }

  /// Takes the memory back, and lets go of the weights.
  mutating func keep(_ deltas: [PackedRows]) {
    self.deltas = deltas
    packed = ([], [])
  }

  /// Whether the activations are those of a network of these layers.
  fileprivate func fits(_ layers: [Network.Layer]) -> Bool {
    activations.elementsEqual(layers) { $0.width == $1.outputs }
  }

  /// The places of one row's inputs in ``activeInputs``.
  func inputs(ofRow row: Int) -> Range<Int> {
    (row == 0 ? 0 : ends[row - 1])..<ends[row]
  }
}

extension Network {
  /// Computes the outputs of the rows of a batch that have none yet.
  ///
  /// - Complexity: O(rows · parameters); inputs that are 0 cost nothing.
  public func evaluate(_ batch: inout Batch) {
    let layers = layers
    let rows = batch.evaluatedCount..<batch.count
    if !batch.fits(layers) {
      precondition(
        rows.lowerBound == 0,
        "\(rows.lowerBound) rows of widths \(batch.activations.map(\.width)) "
          + "in a network of sizes \(sizes)"
      )
      batch.activations = layers.map { PackedRows(width: $0.outputs) }
    }
    if batch.packed.parameters != parameters {
      let matrices = layers.map { PackedMatrix(of: $0, parameters) }
      batch.packed = (parameters, matrices)
    }
    for index in layers.indices {
      var outputs = PackedRows(width: 0)
      swap(&outputs, &batch.activations[index])
      outputs.resize(to: rows.upperBound)
      let rectifies = index < layers.count - 1
      let matrix = batch.packed.layers[index]
      if index > 0 {
        matrix.multiply(
          batch.activations[index - 1], into: &outputs, from: rows.lowerBound,
          rectifies: rectifies
        )
      } else {
        for row in rows {
          let places = batch.inputs(ofRow: row)
          let inputs = batch.activeInputs.span.extracting(places)
          if batch.values.isEmpty {
            matrix.multiply(
              ones: inputs, into: &outputs, row: row, rectifies: rectifies
            )
          } else {
            let values = batch.values.span.extracting(places)
            matrix.multiply(
              inputs: inputs, values: values, into: &outputs, row: row,
              rectifies: rectifies
            )
          }
        }
      }
      swap(&outputs, &batch.activations[index])
    }
    batch.evaluatedCount = batch.count
  }
}
