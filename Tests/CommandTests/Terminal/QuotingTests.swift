import Command
import Testing

@Suite struct QuotingTests {
  @Test(arguments: [
    ("abc", "'abc'"), ("", "''"), ("é井", "'é井'"),
    ("a\nb", "'a\\u{a}b'"), ("\u{1b}[2J", "'\\u{1b}[2J'"),
    ("\u{202e}cba", "'\\u{202e}cba'"),
    (
      "a" + String(repeating: "\u{301}", count: 1 << 20),
      "'a" + String(repeating: "\u{301}", count: 29) + "…'"
    ),
    (
      String(repeating: "x", count: 61),
      "'" + String(repeating: "x", count: 59) + "…'"
    ),
  ])
  func `what is quoted stays on its line`(text: String, expected: String) {
    #expect(Array(quoted(text).utf8) == Array(expected.utf8))
  }

  @Test func `a word of a command line is quoted where it must be`() {
    #expect(shellWord("runs/a-1.json") == "runs/a-1.json")
    #expect(shellWord("my games") == "'my games'")
    #expect(shellWord("it's") == "'it'\\''s'")
    #expect(shellWord("") == "''")
    #expect(shellWord("ä$x") == "'ä$x'")
  }
}
