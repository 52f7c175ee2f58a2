/// Writes JSON so that equal values are equal bytes.
package struct JSONWriter {
  private(set) var bytes: [UInt8] = []
  private let layout: Layout

  private enum Layout {
    case document, line
  }

  /// Returns a value as a file: two spaces a level, a line feed at the end.
  ///
  /// An array or object without arrays and objects in it goes on one line,
  /// `{ "columns": 3, "rows": 3 }` or `[1.0, 2.0]`; any other opens a block.
  ///
  /// - Complexity: O(bytes).
  package static func document(_ value: JSON) -> [UInt8] {
    var writer = JSONWriter(layout: .document)
    writer.write(value, level: 0)
    writer.write("\n")
    return writer.bytes
  }

  /// Returns a value without line feeds: `{"games": 1, "done": true}`.
  ///
  /// - Complexity: O(bytes).
  package static func line(_ value: JSON) -> [UInt8] {
    var writer = JSONWriter(layout: .line)
    writer.write(value, level: 0)
    return writer.bytes
  }

  /// Returns the first lines of an object as a file: more members can follow,
  /// for each of these ends in a comma.
  static func openDocument(_ members: [JSON.Member]) -> [UInt8] {
    var writer = JSONWriter(layout: .document)
    writer.write("{\n")
    for member in members {
      writer.write("  ")
      writer.write(member, level: 1)
      writer.write(",\n")
    }
    return writer.bytes
  }

  private mutating func write(_ value: JSON, level: Int) {
    switch value {
    case .null: write("null")
    case .bool(let value): write(value ? "true" : "false")
    case .number(let number): bytes.append(contentsOf: number.utf8)
    case .string(let text): write(quoted: text)
    case .array(let values):
      let block = layout == .document && values.contains(where: \.isContainer)
      write("[", values, "]", block: block, pad: false, level: level) {
        $0.write($1, level: level + 1)
      }
    case .object(let members):
      let file = layout == .document
      let block = file && members.contains(where: \.value.isContainer)
      write("{", members, "}", block: block, pad: file, level: level) {
        $0.write($1, level: level + 1)
      }
    }
  }

  private mutating func write(_ member: JSON.Member, level: Int) {
    write(quoted: member.key)
    write(": ")
    write(member.value, level: level)
  }

  /// Writes the items of a container, each on its own line in a block.
  private mutating func write<Item>(
    _ opening: StaticString, _ items: [Item], _ closing: StaticString,
    block: Bool, pad: Bool, level: Int, each: (inout JSONWriter, Item) -> Void
  ) {
    write(opening)
    var first = true
    for item in items {
      if block {
        write(first ? "\n" : ",\n")
        indent(level + 1)
      } else if !first {
        write(", ")
      } else if pad {
        write(" ")
      }
      first = false
      each(&self, item)
    }
    if block {
      write("\n")
      indent(level)
    } else if pad, !first {
      write(" ")
    }
    write(closing)
  }

  private mutating func indent(_ level: Int) {
    bytes.append(contentsOf: repeatElement(0x20, count: 2 * level))
  }

  private mutating func write(_ text: StaticString) {
    text.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
  }

  /// Writes a string with the escapes that JSON demands, and those that keep
  /// other controls and marks of direction from a terminal.
  private mutating func write(quoted text: String) {
    bytes.append(UInt8(ascii: "\""))
    for scalar in text.unicodeScalars {
      guard let byte = UInt8(exactly: scalar.value), byte < 0x7F else {
        write(scalar: scalar)
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): write("\\\"")
      case UInt8(ascii: "\\"): write("\\\\")
      case 0x08: write("\\b")
      case 0x09: write("\\t")
      case 0x0A: write("\\n")
      case 0x0C: write("\\f")
      case 0x0D: write("\\r")
      case ..<0x20:
        write(byte < 0x10 ? "\\u000" : "\\u001")
        bytes.append(contentsOf: String(byte & 15, radix: 16).utf8)
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}

extension JSONWriter {
  /// Writes a scalar from U+007F, escaped if it shows nothing of its own.
  private mutating func write(scalar: Unicode.Scalar) {
    let text = String(scalar)
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator:
      for unit in text.utf16 {
        let digits = String(0x10000 + Int(unit), radix: 16).dropFirst()
        bytes.append(contentsOf: ("\\u" + digits).utf8)
      }
    default: bytes.append(contentsOf: text.utf8)
    }
  }
}

extension JSON {
  fileprivate var isContainer: Bool {
    switch self {
    case .array, .object: true
    case .null, .bool, .number, .string: false
    }
  }
}
