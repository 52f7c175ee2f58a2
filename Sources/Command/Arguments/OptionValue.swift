import TicTacToe

/// The value of one option, of the kind its specification asks for.
package enum OptionValue: Hashable, Sendable {
  case flag
  case integer(Int)
  case unsigned(UInt64)
  case decimal(Double)
  case text(String)
}

extension OptionValue: CustomStringConvertible {
  /// The value as it would be written after `--name=`; empty for a flag.
  package var description: String {
    switch self {
    case .flag: ""
    case .integer(let value): String(value)
    case .unsigned(let value): String(value)
    case .decimal(let value): Self.short(value)
    case .text(let value): value
    }
  }

  /// The shortest decimal that reads back as `value`: `1`, not `1.0`.
  private static func short(_ value: Double) -> String {
    let text = value.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// Reads `text` as the value of `option`.
  static func read(
    _ text: String, for option: OptionSpecification
  ) throws(UsageError) -> OptionValue {
    let name = option.name
    guard option.kind == .flag || !text.isEmpty else {
      throw .missingValue(option: name, expected: option.placeholder)
    }
    switch option.kind {
    case .flag:
      throw .unexpectedValue(option: name, value: text)
    case .integer(let range):
      guard isInteger(text) else {
        throw .notAnInteger(option: name, value: text, expected: range.expected)
      }
      guard let value = Int(text), range.contains(value) else {
        throw .outOfRange(option: name, value: text, expected: range.expected)
      }
      return .integer(value)
    case .unsigned:
      let expected = "0…\(UInt64.max)"
      guard isInteger(text) else {
        throw .notAnInteger(option: name, value: text, expected: expected)
      }
      guard let value = UInt64(text) else {
        throw .outOfRange(option: name, value: text, expected: expected)
      }
      return .unsigned(value)
    case .decimal(let range):
      guard isDecimal(text), let value = Double(text) else {
        throw .notADecimal(option: name, value: text, expected: range.expected)
      }
      guard range.contains(value) else {
        throw .outOfRange(option: name, value: text, expected: range.expected)
      }
      return .decimal(value)
    case .choice(let names):
      guard names.contains(where: text.isSame) else {
        throw .unknownChoice(option: name, value: text, choices: names)
      }
      return .text(text)
    case .text:
      return .text(text)
    }
  }

  /// Whether `text` is a sign and digits, of any length.
  package static func isInteger(_ text: String) -> Bool {
    var rest = text.utf8[...]
    skipSign(&rest)
    return skipDigits(&rest) && rest.isEmpty
  }

  /// Whether `text` is a decimal number: `Double` would also read `nan`, `inf`
  /// and hexadecimal.
  package static func isDecimal(_ text: String) -> Bool {
    var rest = text.utf8[...]
    skipSign(&rest)
    let hasWhole = skipDigits(&rest)
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      guard skipDigits(&rest) else { return false }
    } else if !hasWhole {
      return false
    }
    if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
      rest.removeFirst()
      skipSign(&rest)
      guard skipDigits(&rest) else { return false }
    }
    return rest.isEmpty
  }

  private static func skipSign(_ rest: inout Substring.UTF8View) {
    if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") {
      rest.removeFirst()
    }
  }

  /// Skips digits; false when there were none.
  private static func skipDigits(_ rest: inout Substring.UTF8View) -> Bool {
    let digits = rest.prefix { (0x30...0x39).contains($0) }
    rest = rest[digits.endIndex...]
    return !digits.isEmpty
  }
}
