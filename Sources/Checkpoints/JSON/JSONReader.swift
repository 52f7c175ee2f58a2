internal import TicTacToe

/// Reads exactly the JSON of RFC 8259, within limits.
///
/// Commas after the last value, comments, byte order marks, lone surrogates
/// and duplicate keys are errors. Two keys are duplicates if their bytes are
/// equal.
package struct JSONReader {
  private let bytes: [UInt8]
  private let limits: JSONLimits
  private var index = 0
  private var values = 0
  private var containers = 0

  /// Returns the value of a whole document in UTF-8.
  ///
  /// - Throws: ``JSONError/tooLarge(bytes:limit:)`` before anything is read;
  ///   ``JSONError/syntax(line:column:expected:found:)`` at the first fault.
  /// - Complexity: O(bytes).
  package static func read(
    _ bytes: [UInt8], limits: JSONLimits = JSONLimits()
  ) throws(JSONError) -> JSON {
    guard bytes.count <= limits.bytes else {
      throw .tooLarge(bytes: bytes.count, limit: limits.bytes)
    }
    var reader = JSONReader(bytes: bytes, limits: limits)
    do throws(JSONFault) {
      return try reader.document()
    } catch {
      throw error.error(in: bytes)
    }
  }

  private mutating func document() throws(JSONFault) -> JSON {
    let value = try value(depth: 0, orElse: "a value")
    skipSpace()
    guard index == bytes.count else { throw fault("the end of the document") }
    return value
  }

  /// Reads the next value, inside `depth` containers.
  private mutating func value(
    depth: Int, orElse expected: @autoclosure () -> String
  ) throws(JSONFault) -> JSON {
    skipSpace()
    guard index < bytes.count else { throw fault(expected()) }
    guard values < limits.values else {
      throw fault("at most \(limits.values) values")
    }
    values += 1
    switch bytes[index] {
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      return .number(try number())
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "["): return .array(try array(depth: depth + 1))
    case UInt8(ascii: "{"): return .object(try object(depth: depth + 1))
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: throw fault(expected())
    }
  }

  private mutating func array(depth: Int) throws(JSONFault) -> [JSON] {
    try open(depth: depth)
    var values: [JSON] = []
    if skip(UInt8(ascii: "]")) { return values }
    repeat {
      let first = values.isEmpty
      values.append(
        try value(depth: depth, orElse: first ? "a value or ']'" : "a value")
      )
    } while skip(UInt8(ascii: ","))
    guard skip(UInt8(ascii: "]")) else { throw fault("',' or ']'") }
    return values
  }

  private mutating func object(depth: Int) throws(JSONFault) -> [JSON.Member] {
    try open(depth: depth)
    var members: [JSON.Member] = []
    var keys: Set<ByteText> = []
    if skip(UInt8(ascii: "}")) { return members }
    repeat {
      let key = try key(first: members.isEmpty, after: &keys)
      guard skip(UInt8(ascii: ":")) else { throw fault("':'") }
      let value = try value(depth: depth, orElse: "a value")
      members.append(JSON.Member(key: key, value: value))
    } while skip(UInt8(ascii: ","))
    guard skip(UInt8(ascii: "}")) else { throw fault("',' or '}'") }
    return members
  }

  private mutating func key(
    first: Bool, after keys: inout Set<ByteText>
  ) throws(JSONFault) -> String {
    skipSpace()
    let start = index
    guard next == UInt8(ascii: "\"") else {
      let expected = "a key in double quotes"
      throw fault(first ? expected + " or '}'" : expected)
    }
    let key = try string()
    guard keys.count < limits.members else {
      throw JSONFault(
        offset: start, expected: "at most \(limits.members) members",
        found: "one more"
      )
    }
    guard key.utf8.count <= limits.key else {
      throw JSONFault(
        offset: start, expected: "a key of at most \(limits.key) bytes",
        found: "\(key.utf8.count)"
      )
    }
    guard keys.insert(ByteText(key)).inserted else {
      throw JSONFault(
        offset: start, expected: "a new key",
        found: "\(key.quotedForPeople) again"
      )
    }
    return key
  }

  /// Reads the number that is next.
  ///
  /// - Complexity: O(length).
  private mutating func number() throws(JSONFault) -> String {
    let start = index
    if next == UInt8(ascii: "-") { index += 1 }
    if next == UInt8(ascii: "0") {
      index += 1
    } else {
      try skipDigits()
    }
    if next == UInt8(ascii: ".") {
      index += 1
      try skipDigits()
    }
    if let byte = next, byte | 0x20 == UInt8(ascii: "e") {
      index += 1
      if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { index += 1 }
      try skipDigits()
    }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private mutating func skipDigits() throws(JSONFault) {
    let first = index
    while let byte = next, byte &- UInt8(ascii: "0") < 10 { index += 1 }
    guard index > first else { throw fault("a digit") }
  }

  /// Reads the string whose opening quote is next.
  ///
  /// - Complexity: O(length).
  private mutating func string() throws(JSONFault) -> String {
    index += 1
    let start = index
    try skipPlain()
    guard next == UInt8(ascii: "\\") else {
      defer { index += 1 }
      return String(decoding: bytes[start..<index], as: UTF8.self)
    }
    var text = Array(bytes[start..<index])
    while next == UInt8(ascii: "\\") {
      text += try escaped().utf8
      let start = index
      try skipPlain()
      text.append(contentsOf: bytes[start..<index])
    }
    index += 1
    return String(decoding: text, as: UTF8.self)
  }

  /// Skips to the next quote or backslash.
  private mutating func skipPlain() throws(JSONFault) {
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): return
      case ..<0x20: throw fault("an escape in place of a control character")
      case ..<0x80: index += 1
      default:
        guard let length = bytes.lengthOfScalar(at: index) else {
          throw fault("UTF-8")
        }
        index += length
      }
    }
    throw fault("'\"' at the end of the text")
  }

  /// Reads the escape whose backslash is next.
  private mutating func escaped() throws(JSONFault) -> Unicode.Scalar {
    index += 1
    let scalar: Unicode.Scalar
    switch next {
    case UInt8(ascii: "\""): scalar = "\""
    case UInt8(ascii: "\\"): scalar = "\\"
    case UInt8(ascii: "/"): scalar = "/"
    case UInt8(ascii: "b"): scalar = "\u{8}"
    case UInt8(ascii: "f"): scalar = "\u{C}"
    case UInt8(ascii: "n"): scalar = "\n"
    case UInt8(ascii: "r"): scalar = "\r"
    case UInt8(ascii: "t"): scalar = "\t"
    case UInt8(ascii: "u"):
      index += 1
      return try scalarInHexadecimal()
    default: throw fault("one of \" \\ / b f n r t u after '\\'")
    }
    index += 1
    return scalar
  }

  /// Reads the digits after `\u`, and a second escape if they are a high
  /// surrogate.
  private mutating func scalarInHexadecimal() throws(JSONFault)
    -> Unicode.Scalar
  {
    let start = index
    let high = try fourDigits()
    if let scalar = Unicode.Scalar(high) { return scalar }
    let second = index
    guard high < 0xDC00 else {
      throw JSONFault(
        offset: start, expected: "a high surrogate first", found: "a low one"
      )
    }
    guard bytes[index...].starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")])
    else {
      throw fault("a low surrogate after a high one")
    }
    index += 2
    let low = try fourDigits()
    guard 0xDC00..<0xE000 ~= low,
      let scalar = Unicode.Scalar(
        0x10000 + (UInt32(high) - 0xD800) << 10 + UInt32(low) - 0xDC00
      )
    else {
      index = second
      throw fault("a low surrogate after a high one")
    }
    return scalar
  }

  private mutating func fourDigits() throws(JSONFault) -> UInt16 {
    var value: UInt16 = 0
    for _ in 0..<4 {
      let digit: UInt8
      switch next {
      case .some(let byte) where byte &- UInt8(ascii: "0") < 10:
        digit = byte - UInt8(ascii: "0")
      case .some(let byte) where (byte | 0x20) &- UInt8(ascii: "a") < 6:
        digit = (byte | 0x20) - UInt8(ascii: "a") + 10
      default: throw fault("four hexadecimal digits")
      }
      value = value << 4 | UInt16(digit)
      index += 1
    }
    return value
  }

  /// Counts a container against the limits and enters it.
  private mutating func open(depth: Int) throws(JSONFault) {
    guard depth <= limits.depth else {
      throw fault("at most \(limits.depth) levels")
    }
    guard containers < limits.containers else {
      throw fault("at most \(limits.containers) arrays and objects")
    }
    containers += 1
    index += 1
  }

  private mutating func word(
    _ word: StaticString, _ value: JSON
  ) throws(JSONFault) -> JSON {
    let text = word.description
    guard bytes[index...].starts(with: text.utf8) else {
      let rest = zip(bytes[index...], text.utf8).prefix { $0 == $1 }
      index += rest.count
      throw fault(text)
    }
    index += text.utf8.count
    return value
  }

  /// Skips white space and, if it is next, a byte; tells whether it was.
  private mutating func skip(_ byte: UInt8) -> Bool {
    skipSpace()
    guard next == byte else { return false }
    index += 1
    return true
  }

  private mutating func skipSpace() {
    while let byte = next, byte <= 0x20,
      byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    {
      index += 1
    }
  }

  /// The next byte; nil at the end.
  private var next: UInt8? { bytes.byte(at: index) }

  private func fault(_ expected: String) -> JSONFault {
    JSONFault(offset: index, expected: expected)
  }
}
