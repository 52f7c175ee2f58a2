/// A fault in a document, at an offset not yet counted in lines.
struct JSONFault: Error {
  var offset: Int
  var expected: String

  /// The description of the bytes there; nil to describe the scalar.
  var found: String? = nil

  /// Returns the error with its line and column.
  ///
  /// - Complexity: O(offset).
  func error(in bytes: [UInt8]) -> JSONError {
    var line = 1
    var column = 1
    for byte in bytes[..<offset] {
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return .syntax(
      line: line, column: column, expected: expected,
      found: found ?? bytes.wordsForScalar(at: offset)
    )
  }
}

extension [UInt8] {
  /// Returns the byte at an offset, or nil after the end.
  func byte(at index: Int) -> UInt8? {
    index < count ? self[index] : nil
  }

  /// Returns the number of bytes of the UTF-8 scalar at an offset, or nil if it
  /// is malformed.
  ///
  /// - Precondition: `offset` is in bounds.
  func lengthOfScalar(at offset: Int) -> Int? {
    var parser = Unicode.UTF8.ForwardParser()
    var rest = self[offset...].makeIterator()
    guard case .valid(let scalar) = parser.parseScalar(from: &rest) else {
      return nil
    }
    return scalar.count
  }

  fileprivate func wordsForScalar(at offset: Int) -> String {
    guard let byte = byte(at: offset) else { return "the end of the document" }
    guard let length = lengthOfScalar(at: offset) else {
      return "byte 0x\(hexadecimal(byte, digits: 2))"
    }
    let text = String(decoding: self[offset..<offset + length], as: UTF8.self)
    return switch byte {
    case UInt8(ascii: "\n"): "a line break"
    case 0x20: "a space"
    case 0x21..<0x7F: "'\(text)'"
    default: text.unicodeScalars.map { "U+\(hexadecimal($0.value))" }.joined()
    }
  }
}

/// Returns at least `digits` upper-case hexadecimal digits.
private func hexadecimal(
  _ value: some BinaryInteger, digits: Int = 4
) -> String {
  let text = String(value, radix: 16, uppercase: true)
  return String(repeating: "0", count: Swift.max(0, digits - text.count)) + text
}

extension String {
  /// The string in double quotes for an error: short, and safe on a terminal.
  var quotedForPeople: String {
    let shown = unicodeScalars.prefix(32).map { $0.escaped(asASCII: true) }
    let end = unicodeScalars.dropFirst(32).isEmpty ? "" : "…"
    return "\"\(shown.joined())\(end)\""
  }
}
