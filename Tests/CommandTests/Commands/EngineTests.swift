import Testing

@Suite struct EngineTests {
  @Test func `it answers until quit, or until the input ends`() throws {
    let lines = ["uci", "isready", "position startpos moves P@a1", "go"]
    let run = try runCommand(
      ["engine", "first"],
      streams: .files(
        input: (lines + ["quit", "uci"]).joined(separator: "\n") + "\n"
      )
    )
    #expect(run.exitCode == 0)
    #expect(run.errors == "")
    let answers = run.output.split(separator: "\n")
    #expect(answers.first?.hasPrefix("id name Noughts ") == true)
    #expect(answers.count { $0 == "uciok" } == 1, "nothing after quit")
    #expect(answers.last == "bestmove P@b1")
    let ended = try runCommand(
      ["engine", "first"],
      streams: .files(input: "isready\n")
    )
    #expect(ended.exitCode == 0)
    #expect(ended.output == "readyok\n")
  }

  @Test func `noise and a line without end are ignored`() throws {
    let noise = String(repeating: "x", count: 3_000_000)
    let run = try runCommand(
      ["engine", "first"],
      streams: .files(
        input: "\(noise)\n\u{0}\u{7f}\nposition fen \(noise)\nisready\n"
      )
    )
    #expect(run.exitCode == 0)
    #expect(run.output == "readyok\n")
  }

  @Test func `a temperature makes a network draw its moves`() throws {
    func moves(_ hundredths: Int) throws -> [Substring] {
      let option = "setoption name Temperature value \(hundredths)"
      let run = try runCommand(
        ["engine", "Policies/champion.json"],
        streams: .files(
          input: ([option] + Array(repeating: "go", count: 20))
            .joined(separator: "\n") + "\n"
        )
      )
      return run.output.split(separator: "\n").filter {
        $0.hasPrefix("bestmove")
      }
    }
    #expect(try Set(moves(0)).count == 1)
    #expect(try Set(moves(1000)).count > 4)
    #expect(try moves(1000) == moves(1000))
  }
}
