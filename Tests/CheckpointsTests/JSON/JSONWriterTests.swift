import Checkpoints
import Testing

@Suite struct JSONWriterTests {
  static let sample: JSON = [
    "format": JSON("noughts.policy"), "version": JSON(1),
    "rules": ["columns": JSON(3), "rows": JSON(3)],
    "layers": [
      [
        "weights": [JSON([1, 2]), JSON([-0.0, .leastNonzeroMagnitude])],
        "biases": JSON([0.5]),
      ],
      ["weights": [], "biases": [.null]],
    ],
    "empty": [:],
    "seed": JSON(UInt64.max),
  ]

  @Test func `a file has two spaces a level and scalars on one line`() {
    let text = """
      {
        "format": "noughts.policy",
        "version": 1,
        "rules": { "columns": 3, "rows": 3 },
        "layers": [
          {
            "weights": [
              [1.0, 2.0],
              [-0.0, 1e-45]
            ],
            "biases": [0.5]
          },
          {
            "weights": [],
            "biases": [null]
          }
        ],
        "empty": {},
        "seed": 18446744073709551615
      }

      """
    #expect(
      String(decoding: JSONWriter.document(Self.sample), as: UTF8.self) == text
    )
  }

  @Test func `a line has no line breaks`() {
    let value: JSON = [
      "games": JSON(1), "done": JSON(true), "moves": [JSON("a1"), JSON("b2")],
      "none": [:], "inner": ["x": .null],
    ]
    let text =
      #"{"games": 1, "done": true, "moves": ["a1", "b2"], "#
      + #""none": {}, "inner": {"x": null}}"#
    #expect(String(decoding: JSONWriter.line(value), as: UTF8.self) == text)
  }

  @Test func `scalars are documents too`() {
    for (value, text) in [
      (JSON.null, "null\n"), (JSON(1.5), "1.5\n"), (JSON("a"), "\"a\"\n"),
      ([:], "{}\n"), ([JSON(1)], "[1]\n"), (["a": JSON(1)], "{ \"a\": 1 }\n"),
    ] as [(JSON, String)] {
      #expect(JSONWriter.document(value) == Array(text.utf8))
    }
  }

  @Test func `escapes are those that JSON or a terminal demands`() {
    let text = "\"\\/\u{8}\t\n\u{C}\r\0\u{1F}\u{7F}é\u{2028}\u{1D11E}"
    let escaped =
      #""\"\\/\b\t\n\f\r\u0000\u001f\u007fé\u2028"# + "\u{1D11E}\""
    #expect(JSONWriter.line(JSON(text)) == Array(escaped.utf8))
  }

  @Test func `what is written is read back as it was`() throws {
    let control = JSON(
      String(
        String.UnicodeScalarView(
          (0..<0x300).compactMap { Unicode.Scalar($0 as UInt32) }
        )
      )
    )
    for value in [Self.sample, control, [control, Self.sample]] {
      #expect(try JSONReader.read(JSONWriter.document(value)) == value)
      #expect(try JSONReader.read(JSONWriter.line(value)) == value)
      #expect(!JSONWriter.line(value).contains(0x0A))
    }
  }
}
