import Command
import Testing

@Suite struct NearestTests {
  private let commands = [
    "train", "play", "evaluate", "tournament", "study", "show", "engine",
    "bench", "help", "completions",
  ]

  @Test(arguments: [
    ("trian", "train"), ("paly", "play"), ("eval", "evaluate"),
    ("TRAIN", "train"), ("tournement", "tournament"), ("shwo", "show"),
    ("completion", "completions"), ("--help", "help"),
    ("nosuch", nil), ("", nil), ("x", nil), ("tr", nil),
    (String(repeating: "train", count: 100_000), nil),
  ])
  func `a typo finds its word`(typo: String, word: String?) {
    #expect(Nearest.name(to: typo, among: commands) == word)
  }

  @Test func `several guesses come nearest first`() {
    let names = ["champion-2", "champion", "random"]
    #expect(
      Nearest.names(to: "champoin", among: names, limit: 2)
        == ["champion", "champion-2"]
    )
  }

  @Test(arguments: [
    ("", "", 0), ("", "abc", 3), ("abc", "", 3), ("abc", "abc", 0),
    ("abc", "acb", 1), ("abc", "abd", 1), ("kitten", "sitting", 3),
    // In the restricted form, no letter is edited twice.
    ("ca", "abc", 3),
  ])
  func `distances as in the literature`(
    first: String,
    second: String,
    edits: Int
  ) {
    #expect(Nearest.distance(Array(first), Array(second)) == edits)
  }
}
