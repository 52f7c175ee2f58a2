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

  @Test func `at temperature 10 the shares printed are nearly equal`() throws {
    let run = try runCommand(
      ["engine", "Policies/medium.json"],
      streams: .files(
        input: "setoption name Temperature value 1000\n"
          + "position startpos moves P@a1\ngo\ngo\ngo\nquit\n"
      )
    )
    let lines = run.output.split(separator: "\n").filter {
      $0.hasPrefix("info string")
    }
    #expect(lines.count == 3 && Set(lines).count == 1)
    let shares = lines.first?.split(separator: " ").compactMap {
      $0.hasSuffix("%") ? Double($0.dropLast()) : nil
    }
    #expect(shares?.count == 8)
    // As it plays at temperature 1 they lie between 1.8 and 53.5.
    #expect(shares?.allSatisfy { 9...16 ~= $0 } == true)
  }
}
