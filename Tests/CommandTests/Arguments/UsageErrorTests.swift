import Command
import Testing

@Suite struct UsageErrorTests {
  @Test(arguments: [
    (
      UsageError.incompatible(
        "resume",
        "seed",
        reason: "a resumed run keeps its seed"
      ),
      "--resume and --seed exclude each other: a resumed run keeps its seed"
    ),
    (
      .unknownName("bsah", what: "shell", among: ["bash", "zsh"]),
      "unknown shell 'bsah' (did you mean bash?); expected bash, zsh"
    ),
    (
      .outOfRange(option: "x", value: "-1", expected: "at least 0"),
      "--x: '-1' is out of range; expected at least 0"
    ),
    (
      .unexpectedOperand("a", most: 0),
      "'a' is one too many; expected options only"
    ),
    (.missingOperand("POLICY"), "POLICY is missing"),
  ])
  func `messages are one line`(error: UsageError, message: String) {
    #expect(error.message == message)
  }
}
