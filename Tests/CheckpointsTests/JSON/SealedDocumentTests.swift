import Checkpoints
import TestSupport
import Testing

@Suite struct SealedDocumentTests {
  static let members: [JSON.Member] = [
    .init(key: "version", value: JSON(1)),
    .init(key: "biases", value: JSON([0.25, -1])),
    .init(key: "rules", value: ["rows": JSON(3), "é": JSON("\n")]),
  ]

  private func text(_ bytes: some Sequence<UInt8>) -> String {
    String(decoding: Array(bytes), as: UTF8.self)
  }

  @Test func `the checksum is the last line`() throws {
    let bytes = SealedDocument.seal(Self.members)
    let body = """
      {
        "version": 1,
        "biases": [0.25, -1.0],
        "rules": { "rows": 3, "é": "\\n" },

      """
    let checksum = Checksum(Array(body.utf8)).text
    #expect(text(bytes) == body + "  \"checksum\": \"\(checksum)\"\n}\n")
    #expect(try SealedDocument.open(bytes) == .object(Self.members))
  }

  @Test func `an object without members can be sealed`() throws {
    let bytes = SealedDocument.seal([])
    let checksum = Checksum(Array("{\n".utf8)).text
    #expect(text(bytes) == "{\n  \"checksum\": \"\(checksum)\"\n}\n")
    #expect(try SealedDocument.open(bytes) == [:])
  }

  @Test func `documents without a checksum are accepted`() throws {
    for value in [.object(Self.members), JSON(1), [["checksum": JSON(1)]]] {
      #expect(try SealedDocument.open(JSONWriter.document(value)) == value)
    }
  }

  @Test func `another writer may indent and end the line as it likes`() throws {
    let body = "{ \"a\": 1,\r\n"
    let sum = Checksum(Array(body.utf8)).text
    for rest in [
      "\"checksum\":\"\(sum)\"\n}", "\t\"checksum\" : \"\(sum)\" \r\n }\r\n",
    ] {
      #expect(
        try SealedDocument.open(Array((body + rest).utf8)) == ["a": JSON(1)]
      )
    }
  }

  static let refused = [
    (
      "{\n\"checksum\": \"0\",\n\"a\": 1\n}",
      "checksum: keys after it, expected the last key"
    ),
    (
      "{\"checksum\": \"0\"}",
      "checksum: more on its line, expected a line of its own"
    ),
    (
      "{\n\"checksum\": \"0\"}",
      "checksum: more on its line, expected a line of its own"
    ),
    (
      "{\"checksum\": \"0\"\n}",
      "checksum: more on its line, expected a line of its own"
    ),
    (
      "{\n\"a\": 1, \"checksum\": \"0\"\n}",
      "checksum: more on its line, expected a line of its own"
    ),
    (
      "{\n\"check\\u0073um\": \"0\"\n}",
      "checksum: more on its line, expected a line of its own"
    ),
    (
      "{\n\"checksum\":\n\"0\"\n}",
      "checksum: more on its line, expected a line of its own"
    ),
    ("{\n\"checksum\": 0\n}", "checksum: 0, expected a string"),
    (
      "{\n\"checksum\": \"0\"\n}",
      "checksum: \"0\", expected 08f43407b58ff310: the file was changed"
    ),
  ]

  @Test(arguments: refused)
  func `a checksum elsewhere or of other bytes is refused`(
    text: String,
    message: String
  ) {
    let error = #expect(throws: JSONError.self) {
      try SealedDocument.open(Array(text.utf8))
    }
    #expect(error?.description == message)
  }

  @Test func `every truncation is refused but that of the last line feed`() {
    let bytes = SealedDocument.seal(Self.members)
    for count in 0..<bytes.count - 1 {
      #expect(throws: JSONError.self) {
        try SealedDocument.open(Array(bytes[..<count]))
      }
    }
    #expect(throws: Never.self) { try SealedDocument.open(bytes.dropLast()) }
  }

  @Test func `every flip of a bit is refused or leaves an unsealed document`()
    throws
  {
    let bytes = SealedDocument.seal(Self.members)
    var unsealed = 0
    for index in bytes.indices {
      for bit in 0..<8 {
        var changed = bytes
        changed[index] ^= 1 << bit
        guard let value = try? SealedDocument.open(changed) else { continue }
        unsealed += 1
        let object = try JSONField(value).object()
        #expect(throws: JSONError.self) {
          try object.check(keys: ["version", "biases", "rules"])
        }
      }
    }
    #expect(unsealed > 0 && unsealed < 64)
  }

  @Test func `a document sealed already is misuse`() async {
    let result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = SealedDocument.seal([.init(key: "checksum", value: .null)])
    }
    #expect(
      result.message.contains("the members to seal have a checksum already")
    )
  }
}
