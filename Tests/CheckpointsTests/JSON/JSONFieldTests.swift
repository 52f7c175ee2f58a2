import Checkpoints
import Testing

@Suite struct JSONFieldTests {
  enum Head: String, CaseIterable { case softmax, sigmoid }

  private func field(_ text: String) throws -> JSONField {
    JSONField(try JSONReader.read(Array(text.utf8)), path: "here")
  }

  @Test func `values are read as their types`() throws {
    #expect(try field("true").bool())
    #expect(try field("\"a\"").string() == "a")
    #expect(try field("\"a\"").choice(["b", "a"]) == "a")
    #expect(try field("\"sigmoid\"").choice(of: Head.self) == .sigmoid)
    #expect(try field("-7").int() == -7)
    #expect(try field("7").int(in: 7...7) == 7)
    #expect(try field("18446744073709551615").uint64() == .max)
    #expect(try field("1").float() == 1)
    #expect(try field("1e-60").float() == 0)
    #expect(try field("0.1").double() == 0.1)
    #expect(try field("[1, 2.5]").floats(count: 2) == [1, 2.5])
    #expect(try field("[]").floats(count: 0).isEmpty)
    #expect(try field("[1, [2]]").array().count == 2)
  }

  static let mismatches:
    [(String, @Sendable (JSONField) throws -> Void, String)] = [
      ("1", { _ = try $0.bool() }, "here: 1, expected true or false"),
      ("null", { _ = try $0.string() }, "here: null, expected a string"),
      (
        "\"c\"", { _ = try $0.choice(["a", "b"]) },
        #"here: "c", expected "a" or "b""#
      ),
      (
        "\"Softmax\"", { _ = try $0.choice(of: Head.self) },
        #"here: "Softmax", expected "softmax" or "sigmoid""#
      ),
      ("1.0", { _ = try $0.int() }, "here: 1.0, expected a whole number"),
      (
        "0", { _ = try $0.int(in: 1...64) },
        "here: 0, expected a whole number from 1 to 64"
      ),
      (
        "-1", { _ = try $0.int(in: 0 ... .max) },
        "here: -1, expected a whole number from 0"
      ),
      ("2", { _ = try $0.int(in: 1...1) }, "here: 2, expected 1"),
      (
        "-1", { _ = try $0.uint64() },
        "here: -1, expected a whole number from 0 to 18446744073709551615"
      ),
      (
        "1e999", { _ = try $0.float() },
        "here: 1e999, expected a number up to 3.4028235e+38"
      ),
      (
        "\"1\"", { _ = try $0.double() },
        #"here: "1", expected a number up to 1.7976931348623157e+308"#
      ),
      ("{}", { _ = try $0.array() }, "here: an object, expected an array"),
      ("[]", { _ = try $0.object() }, "here: an array, expected an object"),
      ("[1,2]", { _ = try $0.array(count: 3) }, "here: 2 values, expected 3"),
      (
        "{}", { _ = try $0.array(count: 3) },
        "here: an object, expected an array of 3"
      ),
      ("[1,2]", { _ = try $0.floats(count: 3) }, "here: 2 numbers, expected 3"),
      (
        "true", { _ = try $0.floats(count: 3) },
        "here: true, expected an array of 3 numbers"
      ),
      (
        "[1,null]", { _ = try $0.floats(count: 2) },
        "here[1]: null, expected a number up to 3.4028235e+38"
      ),
      (
        "[1e39]", { _ = try $0.floats(count: 1) },
        "here[0]: 1e39, expected a number up to 3.4028235e+38"
      ),
      (
        "[1,[]]", { _ = try $0.array()[1].bool() },
        "here[1]: an array, expected true or false"
      ),
    ]

  @Test func `mismatches name the place, the value and what was expected`()
    throws
  {
    for (text, read, message) in Self.mismatches {
      let field = try field(text)
      let error = #expect(throws: JSONError.self) { try read(field) }
      #expect(error?.description == message)
    }
  }

  @Test func `a count is checked without the values being read`() throws {
    try JSONField([JSON(1), [], .null]).check(count: 3)
    for (text, message) in [
      ("[1]", "the document: 1 values, expected 3"),
      ("{}", "the document: an object, expected an array of 3"),
    ] {
      let field = JSONField(try JSONReader.read(Array(text.utf8)))
      let error = #expect(throws: JSONError.self) { try field.check(count: 3) }
      #expect(error?.description == message)
    }
  }

  @Test func `the whole document has a name too`() {
    let error = #expect(throws: JSONError.self) { try JSONField(.null).int() }
    #expect(error?.description == "the document: null, expected a whole number")
  }

  @Test func `a long number is shown short`() throws {
    let digits = String(repeating: "7", count: 1_000)
    let error = #expect(throws: JSONError.self) {
      try JSONField(.number(digits)).int()
    }
    #expect(
      error?.description
        == "the document: \(digits.prefix(40)), expected a whole number"
    )
  }

  @Test func `a long or hostile text is shown short and escaped`() {
    let text = "\u{1B}\n" + String(repeating: "x", count: 1000)
    let error = #expect(throws: JSONError.self) {
      try JSONField(JSON(text)).bool()
    }
    let shown = #""\u{1B}\n"# + String(repeating: "x", count: 30) + "…\""
    #expect(
      error?.description == "the document: \(shown), expected true or false"
    )
  }
}
