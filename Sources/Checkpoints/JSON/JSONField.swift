internal import TicTacToe

/// A value of a document with its place in it, to be read as a type.
///
/// Every method throws ``JSONError/mismatch(path:expected:found:)``, which
/// names the place, as in `layers[0].weights[3]: 17 numbers, expected 18`.
package struct JSONField: Sendable {
  package let value: JSON

  /// The place, such as `layers[0].weights[3]`; empty for the whole document.
  package let path: String

  package init(_ value: JSON, path: String = "") {
    self.value = value
    self.path = path
  }

  package func bool() throws(JSONError) -> Bool {
    guard case .bool(let bool) = value else { throw mismatch("true or false") }
    return bool
  }

  package func string() throws(JSONError) -> String {
    guard case .string(let text) = value else { throw mismatch("a string") }
    return text
  }

  /// Returns a string of at most 4,096 bytes, the name of something.
  package func name() throws(JSONError) -> String {
    let text = try string()
    guard text.utf8.count <= JSONLimits.name else {
      throw mismatch("at most \(JSONLimits.name) bytes")
    }
    return text
  }

  /// Returns the choice with this raw value.
  ///
  /// - Complexity: O(choices).
  package func choice<Choice>(
    of type: Choice.Type = Choice.self
  ) throws(JSONError) -> Choice
  where Choice: CaseIterable & RawRepresentable<String> {
    guard case .string(let text) = value, let choice = Choice.named(text)
    else {
      let texts = Choice.allCases.map(\.rawValue.quotedForPeople)
      throw mismatch(texts.joined(separator: " or "))
    }
    return choice
  }

  /// Returns the string if it is one of `choices`.
  ///
  /// - Complexity: O(choices).
  package func choice(_ choices: [String]) throws(JSONError) -> String {
    guard case .string(let text) = value, choices.contains(where: text.isSame)
    else {
      throw mismatch(choices.map(\.quotedForPeople).joined(separator: " or "))
    }
    return text
  }

  /// Returns a number written without fraction and exponent.
  package func int(
    in range: ClosedRange<Int> = .min ... .max
  ) throws(JSONError) -> Int {
    guard case .number(let number) = value, let int = Int(number),
      range.contains(int)
    else {
      throw mismatch(range.wordsForPeople)
    }
    return int
  }

  /// Returns a number written without fraction, exponent and sign.
  package func uint64() throws(JSONError) -> UInt64 {
    guard case .number(let number) = value, let int = UInt64(number) else {
      throw mismatch("a whole number from 0 to \(UInt64.max)")
    }
    return int
  }

  /// Returns the nearest `Float`; a number too small rounds to zero.
  package func float() throws(JSONError) -> Float {
    guard let float = value.float else {
      throw mismatch("a number up to \(Float.greatestFiniteMagnitude)")
    }
    return float
  }

  /// Returns the nearest `Double`; a number too small rounds to zero.
  package func double() throws(JSONError) -> Double {
    guard case .number(let number) = value, let double = Double(number),
      double.isFinite
    else {
      throw mismatch("a number up to \(Double.greatestFiniteMagnitude)")
    }
    return double
  }

  /// Returns the values of an array, each with its place.
  ///
  /// - Complexity: O(values).
  package func array() throws(JSONError) -> [JSONField] {
    guard case .array(let values) = value else { throw mismatch("an array") }
    return values.indices.map { field(values[$0], at: $0) }
  }

  /// Returns the values of an array of exactly `count`, each with its place.
  ///
  /// - Complexity: O(values).
  package func array(count: Int) throws(JSONError) -> [JSONField] {
    try check(count: count)
    return try array()
  }

  /// Checks the count of an array without reading its values.
  package func check(count: Int) throws(JSONError) {
    guard case .array(let values) = value else {
      throw mismatch("an array of \(count)")
    }
    try check(values, "values", count: count)
  }

  /// Returns the nearest `Float` of each number of an array, of shape [count].
  ///
  /// The count is checked before anything is allocated. A number too small for
  /// a `Float` rounds to zero; one too large is a mismatch.
  ///
  /// - Complexity: O(values).
  package func floats(count: Int) throws(JSONError) -> [Float] {
    guard case .array(let values) = value else {
      throw mismatch("an array of \(count) numbers")
    }
    try check(values, "numbers", count: count)
    var floats: [Float] = []
    floats.reserveCapacity(count)
    for (index, value) in values.enumerated() {
      if let float = value.float {
        floats.append(float)
      } else {
        // Throws the mismatch with its place.
        _ = try field(value, at: index).float()
      }
    }
    return floats
  }

  /// Returns the members of an object, to be asked for by key.
  package func object() throws(JSONError) -> JSONObject {
    guard case .object(let members) = value else { throw mismatch("an object") }
    return JSONObject(members, path: path)
  }

  /// Returns the members of an object that has no other keys than `keys`.
  ///
  /// - Throws: ``JSONError/unknownKey(path:)`` for the first other key.
  /// - Complexity: O(members · keys).
  package func object(keys: [String]) throws(JSONError) -> JSONObject {
    let object = try object()
    try object.check(keys: keys)
    return object
  }

  private func check(
    _ values: [JSON], _ noun: String, count: Int
  ) throws(JSONError) {
    guard values.count == count else {
      throw .mismatch(
        path: path.isEmpty ? "the document" : path, expected: "\(count)",
        found: "\(values.count) \(noun)"
      )
    }
  }

  private func field(_ value: JSON, at index: Int) -> JSONField {
    JSONField(value, path: "\(path)[\(index)]")
  }

  /// The error that says what was expected in place of this value.
  package func mismatch(_ expected: String) -> JSONError {
    .mismatch(
      path: path.isEmpty ? "the document" : path, expected: expected,
      found: value.wordsForPeople
    )
  }
}

extension ClosedRange<Int> {
  fileprivate var wordsForPeople: String {
    if lowerBound == upperBound { return "\(lowerBound)" }
    return switch (lowerBound, upperBound) {
    case (.min, .max): "a whole number"
    case (_, .max): "a whole number from \(lowerBound)"
    default: "a whole number from \(lowerBound) to \(upperBound)"
    }
  }
}

extension JSON {
  /// The nearest `Float` of a number, unless that is infinite.
  fileprivate var float: Float? {
    guard case .number(let number) = self else { return nil }
    return Float(number).flatMap { $0.isFinite ? $0 : nil }
  }

  fileprivate var wordsForPeople: String {
    switch self {
    case .null: "null"
    case .bool(let bool): "\(bool)"
    case .number(let number): String(number.prefix(40))
    case .string(let text): text.quotedForPeople
    case .array: "an array"
    case .object: "an object"
    }
  }
}
