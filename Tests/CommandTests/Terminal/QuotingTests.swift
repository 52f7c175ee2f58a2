import Command
import Testing
import TicTacToe

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
}
