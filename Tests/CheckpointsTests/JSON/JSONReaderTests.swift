import Checkpoints
import Testing

@Suite struct JSONReaderTests {
  static let accepted: [(String, JSON)] = [
    ("null", .null),
    (" \t\r\ntrue \t\r\n", .bool(true)),
    ("false", .bool(false)),
    ("\"\"", .string("")),
    ("[]", []),
    ("[ ]", []),
    ("{}", [:]),
    ("{ }", [:]),
    ("[null,[true , false],{}]", [.null, [JSON(true), JSON(false)], [:]]),
    (#"{"b":1,"a":{"":2}}"#, ["b": JSON(1), "a": ["": JSON(2)]]),
    (#""\"\\\/\b\f\n\r\t""#, .string("\"\\/\u{8}\u{C}\n\r\t")),
    (#""a\u0041\u00e9\u20AC\uD834\udd1Ez""#, .string("aAé€\u{1D11E}z")),
    (#""\u0000\u007f""#, .string("\0\u{7F}")),
    (
      "\"\u{7F}é€\u{1D11E}\u{FEFF}\u{10FFFF}\"",
      .string("\u{7F}é€\u{1D11E}\u{FEFF}\u{10FFFF}")
    ),
  ]

  @Test(arguments: accepted)
  func `documents are read`(text: String, value: JSON) throws {
    #expect(try JSONReader.read(Array(text.utf8)) == value)
  }

  @Test func `numbers keep their text`() throws {
    for text in [
      "0", "-0", "0e1", "0E+1", "-0.0", "0.10e-00", "1", "12345678901234567890",
      "1e999", "-1.5E-7", "9.00",
    ] {
      let value = try JSONReader.read(Array("[\(text)]".utf8))
      #expect(value == .array([.number(text)]))
    }
  }

  static let rejected: [(text: String, message: String)] = [
    ("", "line 1, column 1: expected a value, found the end of the document"),
    ("nul", "column 4: expected null, found the end of the document"),
    ("nulL", "column 4: expected null, found 'L'"),
    ("True", "column 1: expected a value, found 'T'"),
    ("NaN", "column 1: expected a value, found 'N'"),
    ("-Infinity", "column 2: expected a digit, found 'I'"),
    ("+1", "column 1: expected a value, found '+'"),
    (".5", "column 1: expected a value, found '.'"),
    ("1.", "column 3: expected a digit, found the end of the document"),
    ("1.e5", "column 3: expected a digit, found 'e'"),
    ("1e", "column 3: expected a digit, found the end of the document"),
    ("1e+", "column 4: expected a digit, found the end of the document"),
    ("-", "column 2: expected a digit, found the end of the document"),
    ("--1", "column 2: expected a digit, found '-'"),
    ("01", "column 2: expected the end of the document, found '1'"),
    ("-01", "column 3: expected the end of the document, found '1'"),
    ("0x1", "column 2: expected the end of the document, found 'x'"),
    ("1 2", "column 3: expected the end of the document, found '2'"),
    ("[1,]", "column 4: expected a value, found ']'"),
    ("[,1]", "column 2: expected a value or ']', found ','"),
    ("[1 2]", "column 4: expected ',' or ']', found '2'"),
    ("[1}", "column 3: expected ',' or ']', found '}'"),
    ("[", "column 2: expected a value or ']', found the end of the document"),
    ("[]]", "column 3: expected the end of the document, found ']'"),
    ("{\"a\":1,}", "column 8: expected a key in double quotes, found '}'"),
    ("{,}", "column 2: expected a key in double quotes or '}', found ','"),
    ("{a:1}", "column 2: expected a key in double quotes or '}', found 'a'"),
    ("{'a':1}", "column 2: expected a key in double quotes or '}', found '''"),
    ("{\"a\" 1}", "column 6: expected ':', found '1'"),
    ("{\"a\":}", "column 6: expected a value, found '}'"),
    ("{\"a\":1 \"b\":2}", "column 8: expected ',' or '}', found '\"'"),
    ("{\"a\":1]", "column 7: expected ',' or '}', found ']'"),
    ("// no\n1", "column 1: expected a value, found '/'"),
    ("[1, # no\n2]", "column 5: expected a value, found '#'"),
    ("/* no */ 1", "column 1: expected a value, found '/'"),
    ("\u{FEFF}1", "column 1: expected a value, found U+FEFF"),
    ("1\u{A0}", "expected the end of the document, found U+00A0"),
    ("1\u{C}", "expected the end of the document, found U+000C"),
    ("1\0", "expected the end of the document, found U+0000"),
    ("\"a", "column 3: expected '\"' at the end of the text, found the end"),
    ("\"a\n\"", "expected an escape in place of a control character, found a"),
    ("\"\u{1F}\"", "in place of a control character, found U+001F"),
    (#""\x""#, #"column 3: expected one of " \ / b f n r t u after '\'"#),
    (#""\"#, "column 3: expected one of"),
    (#""\u12G4""#, "column 6: expected four hexadecimal digits, found 'G'"),
    (#""\u12""#, "column 6: expected four hexadecimal digits, found '\"'"),
    (#""\U0041""#, "column 3: expected one of"),
    (#""\uD834""#, "column 8: expected a low surrogate after a high one"),
    (#""\uD834\n""#, "column 8: expected a low surrogate after a high one"),
    (#""\uD834A""#, "column 8: expected a low surrogate after a high one"),
    (#""\uD834\uD834""#, "column 8: expected a low surrogate after a high one"),
    (#""\uDD1E""#, "column 4: expected a high surrogate first, found a low"),
    (#"{"a":1,"b":2,"a":3}"#, #"column 14: expected a new key, found "a""#),
    (#"{"a":1,"\u0061":3}"#, #"expected a new key, found "a" again"#),
    ("[\n  1,\n  é\n]", "line 3, column 3: expected a value, found U+00E9"),
    ("[\"é€\", x]", "line 1, column 8: expected a value, found 'x'"),
    ("[1,\r\n\r\n 2,]", "line 3, column 4: expected a value, found ']'"),
    ("[1\n", "line 2, column 1: expected ',' or ']', found the end"),
  ]

  @Test(arguments: rejected)
  func `what is no JSON is rejected`(text: String, message: String) {
    let error = #expect(throws: JSONError.self) {
      try JSONReader.read(Array(text.utf8))
    }
    #expect(error?.description.contains(message) == true, "\(error as Any)")
  }

  static let malformed: [[UInt8]] = [
    [0x80], [0xBF], [0xC0, 0x80], [0xC1, 0xBF], [0xC3], [0xC3, 0x28],
    [0xE0, 0x80, 0x80], [0xE0, 0x9F, 0xBF], [0xE2, 0x82], [0xE2, 0x28, 0xA1],
    [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xEF, 0xBF], [0xE2, 0x82, 0x28],
    [0xF0, 0x80, 0x80, 0x80], [0xF0, 0x8F, 0xBF, 0xBF],
    [0xF4, 0x90, 0x80, 0x80],
    [0xF5, 0x80, 0x80, 0x80], [0xF0, 0x9F, 0x98], [0xF0, 0x9F, 0x98, 0x28],
    [0xFE], [0xFF],
  ]

  @Test(arguments: malformed)
  func `malformed UTF-8 is rejected`(bytes: [UInt8]) {
    for document in [[0x22] + bytes + [0x22], [0x22] + bytes] {
      #expect(
        throws: JSONError.syntax(
          line: 1,
          column: 2,
          expected: "UTF-8",
          found: "byte 0x\(String(bytes[0], radix: 16, uppercase: true))"
        )
      ) {
        try JSONReader.read(document)
      }
    }
  }

  @Test func `two bytes form a text exactly when Swift decodes them`() {
    for first in UInt8(0x80)...0xFF {
      for second in UInt8.min ... .max where second != 0x22 && second != 0x5C {
        let bytes = [first, second]
        let valid = String(validating: bytes, as: UTF8.self)
        let read = try? JSONReader.read([0x22] + bytes + [0x22])
        #expect(read == valid.map { .string($0) })
      }
    }
  }

  @Test func `every scalar is read raw and escaped`() throws {
    for value in stride(from: UInt32(0x20), through: 0x10FFFF, by: 97) {
      guard let scalar = Unicode.Scalar(value), value != 0x22, value != 0x5C
      else {
        continue
      }
      let text = String(Character(scalar))
      let escaped = text.utf16.map {
        let digits = String($0, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }
      for body in [text, escaped.joined()] {
        let read = try JSONReader.read(Array("\"\(body)\"".utf8))
        guard case .string(let back) = read else {
          Issue.record("\(body) is no text")
          continue
        }
        #expect(back.unicodeScalars.elementsEqual([scalar]))
      }
    }
  }

  @Test func `an error shows no control character of the document`() {
    let error = #expect(throws: JSONError.self) {
      try JSONReader.read(Array(#"{"\u001b[2J":1,"\u001b[2J":2}"#.utf8))
    }
    #expect(error?.description.contains(#""\u{1B}[2J" again"#) == true)
  }
}
