/// Inputs that pass through a network together, with what each layer makes of
/// them: what backpropagation needs.
///
/// Rows may be added after others were evaluated; each is evaluated once.
public struct Batch: Sendable {
  /// The number of rows.
  public var count: Int { ends.count }

  /// The number of rows that have outputs, the first ones.
  var evaluatedCount = 0

  /// The inputs that are not 0, row after row.
  private(set) var activeInputs: [Int32] = []

  /// What each of them is; empty while all of them are 1.
  private(set) var values: [Float] = []

  /// Where each row's inputs end.
  private var ends: [Int] = []

  /// What each layer gives, a row for each that was evaluated.
  var activations: [Rows] = []

  /// The layers in the form that multiplies fastest, and the parameters they
  /// were made from: rows often come a few at a time.
  var lanes: (parameters: [Float], layers: [Lanes]) = ([], [])

  /// Creates an empty batch.
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
    precondition(
      0 <= row && row < other.count,
      "row \(row) of \(other.count)"
    )
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

  /// Ends a row.
  public mutating func endRow() {
    ends.append(activeInputs.count)
  }

  /// Forgets all rows, keeping the memory.
  public mutating func removeAll() {
    activeInputs.removeAll(keepingCapacity: true)
    values.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    forgetOutputs()
  }

  /// Forgets what the rows gave, so that they are evaluated again.
  public mutating func forgetOutputs() {
    evaluatedCount = 0
    for layer in activations.indices {
      activations[layer].removeAll()
    }
  }

  /// The outputs of an evaluated row.
  public func outputs(ofRow row: Int) -> [Float] {
    last(holding: row)[row]
  }

  /// The outputs of an evaluated row, one an outcome.
  public func outcomes(ofRow row: Int) -> OutcomeVector {
    let outputs = last(holding: row)
    return OutcomeVector(
      count: outputs.width,
      lanes: SIMD16(outputs.blocks[row])
    )
  }

  private func last(holding row: Int) -> Rows {
    guard let last = activations.last, 0 <= row, row < evaluatedCount else {
      preconditionFailure(
        "outputs of row \(row) of \(evaluatedCount) evaluated"
      )
    }
    return last
  }

  /// Whether its rows have what these layers give.
  func fits(_ layers: [Network.Layer]) -> Bool {
    activations.count == layers.count
      && layers.indices.allSatisfy {
        activations[$0].width == layers[$0].outputs
      }
  }

  /// Where one row's inputs lie.
  func inputs(ofRow row: Int) -> Range<Int> {
    (row == 0 ? 0 : ends[row - 1])..<ends[row]
  }
}
