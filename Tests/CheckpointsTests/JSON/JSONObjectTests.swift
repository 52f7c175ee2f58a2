import Checkpoints
import Testing

@Suite struct JSONObjectTests {
  static let document: JSON = [
    "version": JSON(2),
    "layers": [
      ["weights": [JSON([1, 2]), JSON([3])], "odd key": JSON(1)],
      ["rules": ["rows": JSON("3")], "seed": .null],
    ],
  ]

  @Test func `places lead to the value`() throws {
    let root = try JSONField(Self.document).object()
    let layers = try root.member("layers").array()
    let first = try layers[0].object()
    let rows = try first.member("weights").array(count: 2)
    #expect(try rows[0].floats(count: 2) == [1, 2])
    expect("layers[0].weights[1]: 1 numbers, expected 2") {
      _ = try rows[1].floats(count: 2)
    }
    expect("layers[1].rules.rows: \"3\", expected a whole number") {
      _ = try layers[1].object().member("rules").object().member("rows").int()
    }
    expect("version: 2, expected 1") {
      _ = try root.member("version").int(in: 1...1)
    }
  }

  @Test func `a member must be there unless it is optional`() throws {
    let root = try JSONField(Self.document).object()
    let last = try root.member("layers").array()[1].object()
    #expect(last.optional("games") == nil)
    expect("layers[1].games: missing") { _ = try last.member("games") }
    expect("layers[1].seed: null, expected a whole number from 0 to 5") {
      _ = try last.optional("seed")?.int(in: 0...5)
    }
  }

  @Test func `unknown keys are rejected`() throws {
    let root = JSONField(Self.document)
    _ = try root.object(keys: ["layers", "version", "seed"])
    expect("layers: unknown key") { _ = try root.object(keys: ["version"]) }
    let first = try root.object().member("layers").array()[0]
    expect(#"layers[0]."odd key": unknown key"#) {
      _ = try first.object(keys: ["weights"])
    }
  }

  @Test func `a key is quoted in a path unless it is a word of up to 64`()
    throws
  {
    let word = String(repeating: "a_Z0", count: 16)
    for (key, path) in [
      (word, word), (word + "a", "\"\(word.prefix(32))…\""), ("", "\"\""),
      ("é", "\"\\u{00E9}\""),
    ] {
      let object = try JSONField(.object([.init(key: key, value: .null)]))
        .object()
      expect("\(path): unknown key") { try object.check(keys: []) }
    }
  }

  private func expect(
    _ message: String,
    from body: () throws -> Void,
    at location: SourceLocation = #_sourceLocation
  ) {
    let error = #expect(
      throws: JSONError.self,
      sourceLocation: location,
      performing: body
    )
    #expect(error?.description == message, sourceLocation: location)
  }
}
