extension JSONReader {
  /// Reads the string whose opening quote comes next.
  ///
  /// Complexity: O(*n*) in the length of the string.
  mutating func string() throws(JSONFault) -> String {
    index += 1
    let start = index
    try skipPlain()
    guard bytes.byte(at: index) == UInt8(ascii: "\\") else {
      defer { index += 1 }
      return String(decoding: bytes[start..<index], as: UTF8.self)
    }
    var text = Array(bytes[start..<index])
    while bytes.byte(at: index) == UInt8(ascii: "\\") {
      text += try escaped().utf8
      let start = index
      try skipPlain()
      text.append(contentsOf: bytes[start..<index])
    }
    index += 1
    return String(decoding: text, as: UTF8.self)
  }

  /// Moves to the next quote or backslash.
  private mutating func skipPlain() throws(JSONFault) {
    while let byte = bytes.byte(at: index) {
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

  /// Reads the escape whose backslash comes next.
  private mutating func escaped() throws(JSONFault) -> Unicode.Scalar {
    index += 1
    let scalar: Unicode.Scalar
    switch bytes.byte(at: index) {
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

  /// Reads what follows `\u`, and a second escape if the first needs it.
  private mutating func scalarInHexadecimal() throws(JSONFault)
    -> Unicode.Scalar
  {
    let start = index
    let high = try fourDigits()
    if let scalar = Unicode.Scalar(high) {
      return scalar
    }
    let second = index
    guard high < 0xDC00 else {
      throw JSONFault(
        offset: start,
        expected: "a high surrogate first",
        found: "a low one"
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
      switch bytes.byte(at: index) {
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
}
