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
}
