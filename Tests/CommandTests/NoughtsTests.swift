import Glibc
import Testing

@Suite struct NoughtsTests {
  @Test func `the version goes to standard output`() throws {
    let result = try runCommand("--version")
    #expect(result.output == "noughts 0.2.0\n")
    #expect(result.errors == "")
    #expect(result.exitCode == 0)
  }

  @Test func `no arguments, help, --help and -h print the overview`() throws {
    let overview = try runCommand()
    let lines = overview.output.split(
      separator: "\n",
      omittingEmptySubsequences: false
    )
    #expect(overview.exitCode == 0)
    #expect(overview.errors == "")
    #expect(lines.count <= 25)
    #expect(lines.allSatisfy { $0.count <= 80 })
    for words in ["help", "--help", "-h"] {
      let result = try runCommand(words)
      #expect(result.output == overview.output)
      #expect(result.exitCode == 0)
    }
  }

  @Test func `help on a command is the same by every way`() throws {
    let page = try runCommand("help", "help")
    #expect(page.output.hasPrefix("usage: noughts help [COMMAND] [OPTIONS]\n"))
    #expect(page.exitCode == 0)
    #expect(try runCommand("help", "--help").output == page.output)
    #expect(try runCommand("help", "-h").output == page.output)
    #expect(try runCommand("help", "--wrong", "-h").output == page.output)
  }

  @Test(arguments: [
    (["help", "nosuch"], "unknown command 'nosuch'; see noughts help"),
    (["hlep"], "unknown command 'hlep' (did you mean help?); see noughts help"),
    (
      ["help", "--hepl"],
      "unknown option '--hepl' (did you mean --help?); see noughts help help"
    ),
    (
      ["help", "a", "b"],
      "'b' is one too many; expected at most 1; see noughts help help"
    ),
    (
      ["--seed", "1"],
      "'--seed' stands before the command; expected noughts COMMAND"
        + " [OPTIONS]; see noughts help"
    ),
    (
      ["--verison"],
      "unknown option '--verison' (did you mean --version?); see noughts help"
    ),
    ([""], "unknown command ''; see noughts help"),
    (
      ["\u{1b}[31m\nx"],
      "unknown command '\\u{1b}[31m\\u{a}x'; see noughts help"
    ),
  ])
  func `a wrong command line is one line and 64`(
    words: [String],
    message: String
  ) throws {
    let result = try RunningCommand(words).finish()
    #expect(result.errors == "noughts: \(message)\n")
    #expect(result.output == "")
    #expect(result.exitCode == 64)
  }

  @Test func `a full disk is told, and 74`() throws {
    let result = try runCommand(
      "--version",
      streams: .outputFile("/dev/full")
    )
    let reason = "No space left on device"
    #expect(
      result.errors == "noughts: cannot write to standard output: \(reason)\n"
    )
    #expect(result.exitCode == 74)
  }

  @Test(arguments: [
    ["help"], ["evaluate", "first"], ["play", "first", "center"],
    ["tournament", "first", "random"], ["completions", "bash"],
  ])
  func `a reader that left is no error to speak of`(words: [String]) throws {
    let result = try runCommand(words, streams: .closedPipe)
    #expect(result.errors == "")
    #expect(result.exitCode == 128 + SIGPIPE)
  }

  @Test func `nothing piped holds an escape or a carriage return`() throws {
    for words in [["help"], ["help", "help"], ["nosuch"]] {
      let result = try RunningCommand(words).finish()
      #expect(!(result.output + result.errors).contains("\u{1b}"))
      #expect(!(result.output + result.errors).contains("\r"))
    }
  }

  @Test func `help is plain ASCII where the locale is not UTF-8`() throws {
    let result = try runCommand("help", environment: ["LC_ALL": "C"])
    #expect(result.output.utf8.allSatisfy { $0 < 0x80 })
  }

  @Test func `help fits a narrow terminal`() throws {
    let environment = ["COLUMNS": "40"]
    for words in [["help"], ["help", "help"]] {
      let result = try RunningCommand(words, environment: environment).finish()
      let lines = result.output.split(separator: "\n")
      #expect(lines.allSatisfy { $0.count <= 40 })
    }
  }

  @Test func `a terminal is served like a pipe`() throws {
    let result = try runCommand("--version", streams: .terminal(input: ""))
    #expect(result.output == "noughts 0.2.0\r\n")
    #expect(result.exitCode == 0)
  }
}
