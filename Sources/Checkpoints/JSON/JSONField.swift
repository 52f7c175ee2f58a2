/// A value of a document together with its place in it, to be read as a type.
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
    guard case .bool(let bool) = value else {
      throw mismatch("true or false")
    }
    return bool
  }

  package func string() throws(JSONError) -> String {
    guard case .string(let text) = value else {
      throw mismatch("a text")
    }
    return text
  }

  /// Returns the choice whose text this is.
  ///
  /// Complexity: O(*n*) in the number of choices.
  package func choice<Choice>(
    of type: Choice.Type = Choice.self
  ) throws(JSONError) -> Choice
  where Choice: CaseIterable & RawRepresentable<String> {
    guard case .string(let text) = value, let choice = Choice(rawValue: text)
    else {
      let texts = Choice.allCases.map(\.rawValue.quotedForPeople)
      throw mismatch(texts.joined(separator: " or "))
    }
    return choice
  }

  /// Returns the text if it is one of `choices`.
  ///
  /// Complexity: O(*n*) in the number of choices.
  package func choice(_ choices: [String]) throws(JSONError) -> String {
    guard case .string(let text) = value, choices.contains(text) else {
      throw mismatch(
        choices.map(\.quotedForPeople).joined(separator: " or ")
      )
    }
    return text
  }

  /// Returns a number written without fraction and exponent.
  package func int(
    in range: ClosedRange<Int> = .min ... .max
  ) throws(JSONError) -> Int {
    guard case .number(let number) = value, let int = number.int,
      range.contains(int)
    else {
      throw mismatch(range.wordsForPeople)
    }
    return int
  }

  /// Returns a number written without fraction, exponent and sign.
  package func uint64() throws(JSONError) -> UInt64 {
    guard case .number(let number) = value, let int = number.uint64 else {
      throw mismatch("a whole number from 0 to \(UInt64.max)")
    }
    return int
  }

  /// Returns the nearest `Float`; what is too small rounds to zero.
  package func float() throws(JSONError) -> Float {
    guard case .number(let number) = value, let float = number.float else {
      throw mismatch("a number up to \(Float.greatestFiniteMagnitude)")
    }
    return float
  }

  /// Returns the nearest `Double`; what is too small rounds to zero.
  package func double() throws(JSONError) -> Double {
    guard case .number(let number) = value, let double = number.double else {
      throw mismatch("a number up to \(Double.greatestFiniteMagnitude)")
    }
    return double
  }

  /// The error that this value is not as expected.
  package func mismatch(_ expected: String) -> JSONError {
    .mismatch(
      path: path.isEmpty ? "the document" : path,
      expected: expected,
      found: value.wordsForPeople
    )
  }
}

extension ClosedRange<Int> {
  fileprivate var wordsForPeople: String {
    if lowerBound == upperBound {
      return "\(lowerBound)"
    }
    return switch (lowerBound, upperBound) {
    case (.min, .max): "a whole number"
    case (_, .max): "a whole number from \(lowerBound)"
    default: "a whole number from \(lowerBound) to \(upperBound)"
    }
  }
}

extension JSON {
  fileprivate var wordsForPeople: String {
    switch self {
    case .null: "null"
    case .bool(let bool): "\(bool)"
    case .number(let number): String(number.text.prefix(40))
    case .string(let text): text.quotedForPeople
    case .array: "an array"
    case .object: "an object"
    }
  }
}
