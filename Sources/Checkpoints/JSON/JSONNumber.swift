extension JSON {
  /// A number as its text, which each type decodes exactly, and later.
  ///
  /// Numbers are equal when their texts are: `1` differs from `1.0`.
  package struct Number: Equatable, Sendable {
    /// The text, valid by the grammar of JSON.
    package let text: String

    init(validated text: String) {
      self.text = text
    }

    /// Creates a number, or nil if JSON's grammar does not allow `text`.
    ///
    /// - Complexity: O(length).
    package init?(_ text: String) {
      let bytes = Array(text.utf8)
      guard let end = try? bytes.endOfJSONNumber(from: 0), end == bytes.count
      else {
        return nil
      }
      self.text = text
    }

    package init(_ value: Int) {
      text = String(value)
    }

    package init(_ value: UInt64) {
      text = String(value)
    }

    /// Creates the shortest text that rounds to `value`.
    ///
    /// - Precondition: `value` is finite.
    package init(_ value: Float) {
      precondition(value.isFinite, "JSON has no number for \(value)")
      text = value.description
    }

    /// Creates the shortest text that rounds to `value`.
    ///
    /// - Precondition: `value` is finite.
    package init(_ value: Double) {
      precondition(value.isFinite, "JSON has no number for \(value)")
      text = value.description
    }
  }
}

extension JSON.Number {
  /// The value of a text without fraction and exponent, unless it overflows.
  package var int: Int? {
    Int(text)
  }

  /// The value of a text without fraction, exponent and sign, unless it
  /// overflows.
  package var uint64: UInt64? {
    UInt64(text)
  }

  /// The nearest `Float`, unless that is infinite.
  ///
  /// A number too small for a subnormal rounds to zero and keeps its sign.
  package var float: Float? {
    Float(text).flatMap { $0.isFinite ? $0 : nil }
  }

  /// The nearest `Double`, unless that is infinite.
  ///
  /// A number too small for a subnormal rounds to zero and keeps its sign.
  package var double: Double? {
    Double(text).flatMap { $0.isFinite ? $0 : nil }
  }
}

extension [UInt8] {
  /// Returns the offset after the JSON number that begins at `start`.
  ///
  /// - Complexity: O(length).
  func endOfJSONNumber(from start: Int) throws(JSONFault) -> Int {
    var index = start
    if byte(at: index) == UInt8(ascii: "-") {
      index += 1
    }
    if byte(at: index) == UInt8(ascii: "0") {
      index += 1
    } else {
      try skipDigits(&index)
    }
    if byte(at: index) == UInt8(ascii: ".") {
      index += 1
      try skipDigits(&index)
    }
    if let byte = byte(at: index), byte | 0x20 == UInt8(ascii: "e") {
      index += 1
      if let sign = self.byte(at: index),
        sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-")
      {
        index += 1
      }
      try skipDigits(&index)
    }
    return index
  }

  /// Returns the byte at an offset, or nil after the end.
  func byte(at index: Int) -> UInt8? {
    index < count ? self[index] : nil
  }

  /// Skips one digit or more.
  private func skipDigits(_ index: inout Int) throws(JSONFault) {
    let first = index
    while let byte = byte(at: index), byte &- UInt8(ascii: "0") < 10 {
      index += 1
    }
    guard index > first else {
      throw JSONFault(offset: index, expected: "a digit")
    }
  }
}
