import Command
import Testing

@Suite struct ConsoleTests {
  private static func terminal() -> Environment {
    var environment = Environment()
    environment.variables = ["TERM": "xterm", "LANG": "C.UTF-8"]
    environment.outputIsTerminal = true
    environment.errorsIsTerminal = true
    return environment
  }

  @Test func `results and remarks go their own ways`() throws {
    let console = Console.inMemory(Environment())
    try console.print("result")
    try console.print()
    console.note("remark")
    #expect(console.output.text == "result\n\n")
    #expect(console.errors.text == "remark\n")
  }

  @Test func `a warning is one line, quiet or not`() {
    for isQuiet in [false, true] {
      let console = Console.inMemory(Self.terminal())
      console.adopt(color: .auto, isQuiet: isQuiet)
      console.warn("a\u{1B}[2Jb\nc")
      #expect(console.errors.text == "warning: a\\u{1b}[2Jb\\u{a}c\n")
    }
  }

  @Test func `quiet silences all but warnings and failures`() throws {
    let console = Console.inMemory(Self.terminal())
    console.adopt(color: .auto, isQuiet: true)
    try console.print("result")
    console.note("remark")
    console.progress { ["half"] }
    console.finishProgress { ["done"] }
    #expect(console.errors.text == "")
    console.report(Failure(.badData, "broken"))
    #expect(console.errors.text == "noughts: broken\n")
    #expect(console.output.text == "result\n")
  }

  @Test func `a failure is one line, whatever it quotes, and a hint`() {
    let console = Console.inMemory(Self.terminal())
    console.report(
      Failure(.missingInput, "no \u{1b}[2J\nfile", hint: "Try another.")
    )
    #expect(
      console.errors.text
        == "noughts: no \\u{1b}[2J\\u{a}file\nTry another.\n"
    )
  }

  @Test func `progress makes room for everything else`() throws {
    let console = Console.inMemory(Self.terminal())
    console.progress { ["half"] }
    try console.print("result")
    console.progress { ["more"] }
    console.note("remark")
    console.finishProgress { ["done"] }
    let erased = "\r\u{1b}[K"
    #expect(
      console.errors.text
        == "\rhalf\u{1b}[K\(erased)\rmore\u{1b}[K\(erased)remark\n"
        + "\rdone\u{1b}[K\n"
    )
    #expect(console.output.text == "result\n")
  }

  @Test func `a prompt appears only from terminal to terminal`() throws {
    var environment = Self.terminal()
    let piped = Console.inMemory(environment, input: "a1\n")
    #expect(try piped.ask("your move: ") == .line("a1"))
    #expect(try piped.ask("your move: ") == .end)
    #expect(piped.output.text == "")

    environment.inputIsTerminal = true
    let typed = Console.inMemory(environment, input: "a1\n")
    #expect(try typed.ask("your move: ") == .line("a1"))
    #expect(try typed.ask("your move: ") == .end)
    #expect(typed.output.text == "your move: your move: \n")
  }

  @Test func `a terminal's width is kept to, a pipe is never cut`() throws {
    var environment = Self.terminal()
    environment.variables["COLUMNS"] = "20"
    let terminal = Console.inMemory(environment)
    try terminal.print("one two three four five")
    try terminal.print(verbatim: "one two three four five")
    try terminal.print(json: "[\"one two three four five\"]")
    terminal.note("six seven eight nine ten")
    #expect(
      terminal.output.text == "one two three four\n  five\n"
        + "one two three four five\n[\"one two three four five\"]\n"
    )
    #expect(terminal.errors.text == "six seven eight nine\n  ten\n")
    environment.outputIsTerminal = false
    environment.errorsIsTerminal = false
    let piped = Console.inMemory(environment)
    try piped.print("one two three four five")
    piped.note("six seven eight nine ten")
    #expect(piped.output.text == "one two three four five\n")
    #expect(piped.errors.text == "six seven eight nine ten\n")
  }

  @Test func `style needs a color terminal`() {
    let console = Console.inMemory(Self.terminal())
    #expect(console.styled("X", .red) == "\u{1b}[31mX\u{1b}[0m")
    console.adopt(color: .never, isQuiet: false)
    #expect(console.styled("X", .red) == "X")
  }

  @Test func `everything is ASCII where the locale says so`() throws {
    let console = Console.inMemory(Environment())
    try console.print("3×3")
    try console.print(json: "\"3×3\"")
    console.note("3×3")
    console.finishProgress { ["██░░"] }
    console.report(Failure(.usage, "1…9", hint: "1…9"))
    #expect(console.output.text == "3x3\n\"3\\u00d73\"\n")
    #expect(
      console.errors.text == "3x3\n##..\nnoughts: 1...9\n1...9\n"
    )
  }
}
