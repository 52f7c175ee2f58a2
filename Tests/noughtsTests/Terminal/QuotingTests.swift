import Testing
import noughts

@Suite struct QuotingTests {
  @Test(arguments: [
    ("abc", "'abc'"), ("", "''"), ("é井", "'é井'"),
    ("a\nb", "'a\\u{a}b'"), ("\u{1b}[2J", "'\\u{1b}[2J'"),
    ("\u{202e}cba", "'\\u{202e}cba'"),
    (
      String(repeating: "x", count: 61),
      "'" + String(repeating: "x", count: 59) + "…'"
    ),
  ])
  func `what is quoted stays on its line`(text: String, expected: String) {
    #expect(quoted(text) == expected)
  }
}
