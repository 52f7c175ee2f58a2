import Testing
import TicTacToe

@testable import Command

@Suite struct ArgumentParserTests {
  private func parse(_ words: String...) throws(UsageError) -> Arguments {
    try ArgumentParser.parse(words, for: .sample)
  }

  @Test func `defaults stand where nothing is given`() throws {
    let arguments = try parse()
    #expect(arguments.integer("games") == 200_000)
    #expect(arguments.decimal("temperature") == 0)
    #expect(arguments.choice("method") == SampleMethod.reinforce)
    #expect(arguments.textIfGiven("out") == nil)
    #expect(arguments.operands == [])
    #expect(!arguments.isGiven("games"))
    #expect(!arguments.flag("json"))
  }

  @Test(arguments: [
    ["--games=5"], ["--games", "5"], ["-n", "5"], ["-n=5"], ["--games=+5"],
    ["--games=5", "--games", "5"],
  ])
  func `five can be said in many ways`(words: [String]) throws {
    let arguments = try ArgumentParser.parse(words, for: .sample)
    #expect(arguments.integer("games") == 5)
    #expect(arguments.integerIfGiven("games") == 5)
    #expect(arguments.isGiven("games"))
  }

  @Test func `a seed is any of 64 bits`() throws {
    #expect(try parse().seed == 1)
    #expect(try parse("--seed=18446744073709551615").seed == .max)
    #expect(try parse("--seed", "+7").seed == 7)
  }

  @Test func `a negative number is a value`() throws {
    #expect(try parse("--temperature", "-0.1").decimal("temperature") == -0.1)
    #expect(try parse("--temperature=-.5").decimal("temperature") == -0.5)
    #expect(try parse("--depth", "-1").integerIfGiven("depth") == -1)
  }

  @Test func `two dashes end the options`() throws {
    #expect(try parse("--", "--json").operands == ["--json"])
    #expect(try parse("--json", "--", "--").operands == ["--"])
  }

  @Test func `a single dash is an operand or a value`() throws {
    #expect(try parse("-").operands == ["-"])
    #expect(try parse("--out", "-").textIfGiven("out") == "-")
  }

  @Test func `operands and options mix`() throws {
    let arguments = try parse("--json", "run", "--out", "a=b")
    #expect(arguments.operands == ["run"])
    #expect(arguments.text("out") == "a=b")
    #expect(arguments.flag("json"))
  }

  @Test(arguments: [
    (["--gmaes", "1"], "unknown option '--gmaes' (did you mean --games?)"),
    (["--gmaes=1"], "unknown option '--gmaes' (did you mean --games?)"),
    (["--x"], "unknown option '--x'"),
    (["-x"], "unknown option '-x'"),
    (
      ["--games", "abc"],
      "--games: 'abc' is not a whole number; expected 1…1000000000"
    ),
    (
      ["-n", "1.5"],
      "--games: '1.5' is not a whole number; expected 1…1000000000"
    ),
    (["--games", "0"], "--games: '0' is out of range; expected 1…1000000000"),
    (
      ["--games=99999999999999999999"],
      "--games: '99999999999999999999' is out of range;"
        + " expected 1…1000000000"
    ),
    (
      ["--seed=-1"],
      "--seed: '-1' is out of range; expected 0…18446744073709551615"
    ),
    (
      ["--seed=18446744073709551616"],
      "--seed: '18446744073709551616' is out of range;"
        + " expected 0…18446744073709551615"
    ),
    (
      ["--seed=1.5"],
      "--seed: '1.5' is not a whole number; expected 0…18446744073709551615"
    ),
    (
      ["--temperature", "nan"],
      "--temperature: 'nan' is not a decimal number; expected -1…2"
    ),
    (
      ["--temperature", "1e999"],
      "--temperature: '1e999' is out of range; expected -1…2"
    ),
    (
      ["--method", "negative"],
      "--method: unknown choice 'negative' (did you mean negatives?);"
        + " expected reinforce|negatives"
    ),
    (["--games"], "--games: a value is missing; expected --games N"),
    (["--games="], "--games: a value is missing; expected --games N"),
    (["--out", "--json"], "--out: a value is missing; expected --out FILE"),
    (["--json=yes"], "--json: takes no value, but got 'yes'"),
    (["--json="], "--json: takes no value, but got ''"),
    (
      ["--games=1", "--games=2"],
      "--games: given twice, as '1' and '2'; expected one of them"
    ),
    (["a", "b"], "'b' is one too many; expected at most 1"),
  ])
  func `what is wrong is named`(words: [String], message: String) {
    let error = #expect(throws: UsageError.self) {
      try ArgumentParser.parse(words, for: .sample)
    }
    #expect(error?.message == message)
  }

  @Test func `a required operand is missed`() {
    let command = CommandSpecification(
      name: "judge",
      summary: "",
      group: .playAndTrain,
      operands: [.init("POLICY", count: 1 ... .max, help: "")],
      examples: []
    )
    #expect(throws: UsageError.missingOperand("POLICY")) {
      try ArgumentParser.parse([], for: command)
    }
    #expect(throws: Never.self) {
      try ArgumentParser.parse(["a", "b", "c"], for: command)
    }
  }

  @Test func `help is asked for only before two dashes`() {
    #expect(ArgumentParser.asksForHelp(["--games", "abc", "-h"]))
    #expect(ArgumentParser.asksForHelp(["--help"]))
    #expect(!ArgumentParser.asksForHelp(["--", "--help"]))
  }

  @Test func `no words make the parser trap`() {
    let pieces = [
      "--", "-", "=", "games", "temperature", "method", "out", "json", "n",
      "1", "-0.1", "1e999", "99999999999999999999", "", " ", "\0", "é",
      "\u{1b}",
    ]
    // Knuth's MMIX generator: the same words every time.
    var state: UInt64 = 1
    func draw(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    for _ in 0..<20_000 {
      let words = (0..<draw(5)).map { _ in
        (0..<draw(5)).map { _ in pieces[draw(pieces.count)] }.joined()
      }
      do {
        let arguments = try ArgumentParser.parse(words, for: .sample)
        #expect(arguments.operands.count <= 1)
      } catch {
        #expect(!printable(error.message).contains("\u{1b}"))
      }
    }
  }
}
