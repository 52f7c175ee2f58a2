/// A JSON value that keeps the text of numbers and the order of members.
///
/// Two values are equal when their numbers have the same text and their
/// members the same order, so equal values are written as equal bytes.
package enum JSON: Equatable, Sendable {
  case null
  case bool(Bool)

  /// A number by its text, valid by JSON's grammar, which each type decodes
  /// exactly, and later: `1` differs from `1.0`.
  case number(String)
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

  package init(_ value: Bool) { self = .bool(value) }

  package init(_ value: Int) { self = .number("\(value)") }

  package init(_ value: UInt64) { self = .number("\(value)") }

  /// Creates a number that reads back as the same bits.
  ///
  /// - Precondition: `value` is finite.
  package init(_ value: Float) { self.init(shortest: value) }

  /// Creates a number that reads back as the same bits.
  ///
  /// - Precondition: `value` is finite.
  package init(_ value: Double) { self.init(shortest: value) }

  private init(shortest value: some FloatingPoint & LosslessStringConvertible) {
    precondition(value.isFinite, "JSON has no number for \(value)")
    self = .number(value.description)
  }

  /// A number; null without one.
  package init(_ value: Int?) { self = value.map { JSON($0) } ?? .null }

  /// A number; null without one.
  package init(_ value: Double?) { self = value.map { JSON($0) } ?? .null }

  package init(_ value: String) { self = .string(value) }

  /// A string; null without one.
  package init(_ value: String?) { self = value.map { JSON($0) } ?? .null }

  /// The members of an object, as a literal.
  package static func members(_ object: JSON) -> [Member] {
    guard case .object(let members) = object else {
      preconditionFailure("\(object) is no object")
    }
    return members
  }

  /// Creates an array of numbers that read back as the same bits.
  ///
  /// - Precondition: every value is finite.
  /// - Complexity: O(values).
  package init(_ values: [Float]) {
    self = .array(values.map { JSON($0) })
  }
}

extension JSON: ExpressibleByDictionaryLiteral {
  /// Creates an object whose members keep the order of the literal; those that
  /// are nil are left out.
  ///
  /// - Precondition: no two keys are equal.
  /// - Complexity: O(members).
  package init(dictionaryLiteral members: (String, JSON?)...) {
    var keys: Set<String> = []
    self = .object(
      members.compactMap { key, value in
        precondition(keys.insert(key).inserted, "two members have key \(key)")
        return value.map { Member(key: key, value: $0) }
      }
    )
  }
}

extension JSON: ExpressibleByArrayLiteral {
  package init(arrayLiteral values: JSON...) { self = .array(values) }
}
