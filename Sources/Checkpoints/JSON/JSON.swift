/// A JSON value that keeps the text of numbers and the order of members.
///
/// Two values are equal when their numbers have the same text and their
/// members the same order, so equal values are written as equal bytes.
package enum JSON: Equatable, Sendable {
  case null
  case bool(Bool)
  case number(Number)
  case string(String)
  case array([JSON])

  /// The members in the order of the document; no two share a key.
  case object([Member])

  package struct Member: Equatable, Sendable {
    package var key: String
    package var value: JSON

    package init(key: String, value: JSON) {
      self.key = key
      self.value = value
    }
  }
}

extension JSON {
  package init(_ value: Bool) { self = .bool(value) }

  package init(_ value: Int) { self = .number(Number(value)) }

  package init(_ value: UInt64) { self = .number(Number(value)) }

  /// Creates a number that reads back as the same bits.
  ///
  /// - Precondition: `value` is finite.
  package init(_ value: Float) { self = .number(Number(value)) }

  /// Creates a number that reads back as the same bits.
  ///
  /// - Precondition: `value` is finite.
  package init(_ value: Double) { self = .number(Number(value)) }

  package init(_ value: String) { self = .string(value) }

  /// Creates an array of numbers that read back as the same bits.
  ///
  /// - Precondition: every value is finite.
  /// - Complexity: O(values).
  package init(_ values: [Float]) {
    self = .array(values.map { .number(Number($0)) })
  }
}

extension JSON: ExpressibleByDictionaryLiteral {
  /// Creates an object whose members keep the order of the literal.
  ///
  /// - Precondition: no two keys are equal.
  /// - Complexity: O(members).
  package init(dictionaryLiteral members: (String, JSON)...) {
    var keys: Set<String> = []
    self = .object(
      members.map { key, value in
        precondition(keys.insert(key).inserted, "two members have key \(key)")
        return Member(key: key, value: value)
      }
    )
  }
}

extension JSON: ExpressibleByArrayLiteral {
  package init(arrayLiteral values: JSON...) { self = .array(values) }
}
