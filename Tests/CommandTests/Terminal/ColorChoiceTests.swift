import Command
import Testing

@Suite struct ColorChoiceTests {
  private typealias Case = (
    choice: ColorChoice, isTerminal: Bool, environment: [String: String],
    colors: Bool
  )

  @Test func `each says more than the one before`() {
    let xterm = ["TERM": "xterm"]
    let forced = ["TERM": "dumb", "CLICOLOR_FORCE": "1"]
    let refused = forced.merging(["NO_COLOR": "1"]) { $1 }
    let cases: [Case] = [
      (.auto, true, xterm, true),
      (.auto, false, xterm, false),
      (.auto, true, [:], false),
      (.auto, true, ["TERM": "dumb"], false),
      (.auto, true, forced, true),
      (.auto, false, forced, true),
      (.auto, false, ["CLICOLOR_FORCE": "0"], false),
      (.auto, false, ["CLICOLOR_FORCE": ""], false),
      (.auto, true, refused, false),
      (.auto, true, ["TERM": "xterm", "NO_COLOR": ""], true),
      (.always, false, refused, true),
      (.never, true, forced, false),
    ]
    for (choice, isTerminal, environment, colors) in cases {
      #expect(
        choice.colors(isTerminal: isTerminal, environment: environment)
          == colors,
        "\(choice) \(isTerminal) \(environment)"
      )
    }
  }
}
