import Checkpoints
import Testing

@Suite struct JSONLimitsTests {
  @Test func `documents of up to the limit are read`() throws {
    var limits = JSONLimits()
    limits.bytes = 3
    #expect(try JSONReader.read(Array("123".utf8), limits: limits) == JSON(123))
    #expect(throws: JSONError.tooLarge(bytes: 4, limit: 3)) {
      try JSONReader.read(Array("1234".utf8), limits: limits)
    }
  }

  @Test func `a large document is refused before its bytes are looked at`() {
    let bytes = [UInt8](repeating: 0xFF, count: 16 << 20 + 1)
    #expect(throws: JSONError.tooLarge(bytes: 16 << 20 + 1, limit: 16 << 20)) {
      try JSONReader.read(bytes)
    }
  }

  @Test(arguments: 1...40)
  func `arrays nest to a depth of 32`(depth: Int) throws {
    let arrays = nested("[", "]", depth: depth)
    let objects = nested("{\"a\":", "}", depth: depth)
    if depth <= 32 {
      _ = try JSONReader.read(arrays)
      _ = try JSONReader.read(objects)
    } else {
      #expect(
        throws: JSONError.syntax(
          line: 1,
          column: 33,
          expected: "at most 32 levels",
          found: "'['"
        )
      ) {
        try JSONReader.read(arrays)
      }
      #expect(throws: JSONError.self) { try JSONReader.read(objects) }
    }
  }

  // The limits are those documented: a change shows in what is refused.
  @Test(arguments: [
    (1 << 22, "1,", "1", "at most 4194304 values"),
    (1 << 18, "[],", "[]", "at most 262144 arrays and objects"),
  ])
  func `counts are bounded by default`(
    limit: Int,
    item: String,
    last: String,
    message: String
  ) throws {
    // The array around the items counts too.
    let items = String(repeating: item, count: limit - 2)
    _ = try JSONReader.read(Array("[\(items)\(last)]".utf8))
    let error = #expect(throws: JSONError.self) {
      try JSONReader.read(Array("[\(items)\(item)\(last)]".utf8))
    }
    #expect(error?.description.contains(message) == true)
  }

  @Test func `an object has at most 1,024 members by default`() throws {
    let members = (1...1_025).map { "\"\($0)\":0" }
    let most = members.dropLast().joined(separator: ",")
    _ = try JSONReader.read(Array("{\(most)}".utf8))
    let more = members.joined(separator: ",")
    let error = #expect(throws: JSONError.self) {
      try JSONReader.read(Array("{\(more)}".utf8))
    }
    #expect(
      error?.description.contains("at most 1024 members, found one more")
        == true
    )
  }

  @Test func `a million brackets neither crash nor take long`() {
    let bytes = [UInt8](repeating: UInt8(ascii: "["), count: 1_000_000)
    #expect(throws: JSONError.self) { try JSONReader.read(bytes) }
  }

  @Test func `containers are counted over the whole document`() throws {
    var limits = JSONLimits()
    limits.containers = 3
    _ = try JSONReader.read(Array("[[],{}]".utf8), limits: limits)
    let error = #expect(throws: JSONError.self) {
      try JSONReader.read(Array("[[],{},[]]".utf8), limits: limits)
    }
    #expect(
      error?.description
        == "line 1, column 8: expected at most 3 arrays and objects, found '['"
    )
  }

  @Test func `values are counted over the whole document`() throws {
    var limits = JSONLimits()
    limits.values = 4
    _ = try JSONReader.read(Array(#"[{"a":1},2]"#.utf8), limits: limits)
    let error = #expect(throws: JSONError.self) {
      try JSONReader.read(Array(#"[{"a":1},2,3]"#.utf8), limits: limits)
    }
    #expect(
      error?.description
        == "line 1, column 12: expected at most 4 values, found '3'"
    )
  }

  @Test func `members are counted by object`() throws {
    var limits = JSONLimits()
    limits.members = 2
    _ = try JSONReader.read(
      Array(#"{"a":{"a":1,"b":2},"b":{}}"#.utf8),
      limits: limits
    )
    #expect(throws: JSONError.self) {
      try JSONReader.read(Array(#"{"a":1,"b":2,"c":3}"#.utf8), limits: limits)
    }
  }

  private func nested(_ left: String, _ right: String, depth: Int) -> [UInt8] {
    let text =
      String(repeating: left, count: depth) + "1"
      + String(repeating: right, count: depth)
    return Array(text.utf8)
  }

  private static let marks = String(repeating: "\u{301}\u{323}", count: 1 << 21)

  @Test func `a key has up to 1,024 bytes`() throws {
    for count in [1024, 1025] {
      let bytes = Array("{\"\(String(repeating: "k", count: count))\": 1}".utf8)
      if count == 1024 {
        _ = try JSONReader.read(bytes)
      } else {
        let error = #expect(throws: JSONError.self) {
          try JSONReader.read(bytes)
        }
        #expect(error?.description.contains("at most 1024 bytes") == true)
      }
    }
  }

  @Test func `a name has up to 4,096 bytes`() throws {
    let name = String(repeating: "n", count: 4096)
    #expect(try JSONField(JSON(name)).name() == name)
    #expect(throws: JSONError.self) { try JSONField(JSON(name + "n")).name() }
  }

  @Test func `keys equal in Unicode alone are two keys`() throws {
    let text = "{\"\u{e9}\": 1, \"e\u{301}\": 2}"
    let object = try JSONField(JSONReader.read(Array(text.utf8))).object()
    #expect(object.members.count == 2)
    #expect(try object.member("e\u{301}").int() == 2)
    #expect(throws: JSONError.unknownKey(path: "\"\\u{00E9}\"")) {
      try object.check(keys: ["e\u{301}"])
    }
  }

  // As `String`s, the first of these comparisons alone would take hours.
  @Test func `8 MB of marks on a letter are refused wherever they stand`()
    throws
  {
    let text = "a" + Self.marks
    let key = Array("{\"\(text)\": 1, \"\(text)\": 1}".utf8)
    #expect(throws: JSONError.self) { try JSONReader.read(key) }
    let field = JSONField(JSON(text))
    #expect(throws: JSONError.self) { try field.choice(["a", "b"]) }
    #expect(throws: JSONError.self) { try field.choice(of: Word.self) }
    #expect(throws: JSONError.self) { try field.name() }
    let sealed = Array("{\n  \"checksum\": \"\(text)\"\n}\n".utf8)
    #expect(throws: JSONError.self) { try SealedDocument.open(sealed) }
  }

  private enum Word: String, CaseIterable { case a, b }
}
