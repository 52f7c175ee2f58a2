import Command
import Testing

@Suite struct HelpTextTests {
  /// Every command there will be, with summaries as long as they may get.
  private static let commands = [
    ("train", "RUN"), ("play", "POLICY"), ("evaluate", "POLICY"),
    ("tournament", "POLICY"), ("study", "NAME"), ("show", "RUN"),
    ("engine", "POLICY"), ("bench", nil), ("help", "COMMAND"),
    ("completions", "SHELL"),
  ].enumerated().map { index, command in
    CommandSpecification(
      name: command.0,
      summary: "Explain in one sentence of some length what is done.",
      group: index < 4 ? .playAndTrain : .lookDeeper,
      operands: command.1.map {
        [.init($0, count: 0 ... .max, help: "What it is.")]
      } ?? [],
      examples: []
    )
  }

  @Test func `ten commands make an overview of 24 lines`() {
    let help = HelpText(width: 200, charset: .utf8)
      .overview(of: Self.commands, version: "0.1.0")
    let lines = help.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count <= 24)
    #expect(lines.allSatisfy { $0.count <= 80 })
    #expect(lines.contains("play and train"))
    #expect(lines.contains("look deeper"))
  }

  @Test func `a page has examples first, then options by group`() {
    let page = HelpText(width: 80, charset: .ascii).page(for: .sample)
    #expect(
      page == """
        usage: noughts sample [RUN] [OPTIONS]

        Do a bit of everything.

        examples
          noughts sample --seed 1  the same every time

        operands
          RUN  Where the run goes.

        options
          -n, --games N              The budget, over which schedules run.
                                     (1...1000000000; default 200000)
          --method reinforce|negatives
                                     The way of learning. (default reinforce)
          --out FILE                 Where to write.
          --depth N                  How deep. (-9...9)
          --seed N                   The same seed gives the same bytes. (at least 0;
                                     default 1)
          --json                     Print JSON for programs.
          -q, --quiet                Print no progress.
          --color auto|always|never  Whether to color the output. (default auto)
          -h, --help                 Show this help.

        recipe
          --temperature X  How far the choice is from greedy. (-1...2; default 0)
        """
    )
  }

  @Test(arguments: [20, 40, 59, 60, 79])
  func `a page keeps to the width and says the same words`(width: Int) {
    let wide = HelpText(width: 80, charset: .utf8).page(for: .sample)
    let page = HelpText(width: width, charset: .utf8).page(for: .sample)
    let words = { (text: String) in text.split { $0.isWhitespace } }
    #expect(words(page) == words(wide))
    for line in page.split(separator: "\n") where line.count > width {
      #expect(words(String(line)).count == 1, "\(line)")
    }
  }
}
