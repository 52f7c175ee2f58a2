import Foundation
import TestSupport
import Testing

@Suite struct TournamentCommandTests {
  private func object(_ result: CommandResult) throws -> [String: Any] {
    let json = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    return try #require(json as? [String: Any])
  }

  @Test func `the crosstable is exact`() throws {
    let run = try runCommand(["tournament", "perfect", "random", "center"])
    #expect(run.exitCode == 0 && run.errors.isEmpty, "\(run.errors)")
    let lines = run.output.split(separator: "\n")
    #expect(
      lines[0].split(separator: " ")
        == ["perfect", "random", "center", "score", "worst", "NashConv"]
    )
    #expect(
      lines[1].split(separator: " ")
        == ["1", "perfect", "-", "93.6", "100.0", "96.8", "88.9", "0.000"]
    )
    #expect(!run.output.contains("nan") && !run.output.contains("inf"))
  }

  @Test func `a wide table is folded, a narrow locale has its letters`() throws
  {
    let run = try runCommand(
      ["tournament", "perfect", "random", "center", "first"],
      environment: ["COLUMNS": "40", "LC_ALL": "C"]
    )
    let lines = run.output.split(
      separator: "\n",
      omittingEmptySubsequences: false
    )
    #expect(lines.allSatisfy { $0.count <= 40 }, "\(run.output)")
    #expect(lines.count { $0.contains(" 1 perfect") } == 4)
    #expect(run.output.utf8.allSatisfy { $0 < 0x80 })
  }

  @Test func `who took every game is rated by a bound`() throws {
    try inTemporaryFolder { folder in
      let run = try runCommand(
        [
          "tournament", "perfect", "center", "--sample", "40", "--openings",
          "none", "--out", "\(folder)/t",
        ],
        environment: ["LC_ALL": "C.UTF-8"]
      )
      #expect(run.output.contains("won 40 drawn 0 lost 0"))
      #expect(run.output.contains("Elo no loss seen (≥ +"), "\(run.output)")
    }
  }

  @Test func `the JSON has exactly the documented keys`() throws {
    let report = try object(
      runCommand(["tournament", "perfect", "random", "--json"])
    )
    #expect(Set(report.keys) == ["players", "pairs"])
    let players = try #require(report["players"] as? [[String: Any]])
    #expect(players.map { $0["name"] as? String } == ["perfect", "random"])
    for player in players {
      #expect(Set(player.keys) == ["name", "score", "worst", "nashConv"])
    }
    let pairs = try #require(report["pairs"] as? [[String: Any]])
    #expect(pairs.count == 2)
    for pair in pairs {
      #expect(Set(pair.keys) == ["x", "o", "win", "draw", "loss"])
    }
    let win = try #require(pairs[0]["win"] as? Double)
    #expect(abs(win - 0.967_811_2) < 5e-8)
  }

  @Test func `sampled games are counted, rated and kept`() throws {
    try inTemporaryFolder { folder in
      let words = [
        "tournament", "random", "first", "center", "--sample", "40", "--out",
        "\(folder)/t",
      ]
      let run = try runCommand(words + ["--jobs", "3"])
      #expect(run.exitCode == 0, "\(run.errors)")
      #expect(run.output.contains("random against first: 40 games, won "))
      #expect(run.output.contains("first against center: 24 games, won "))
      #expect(run.output.contains("each distinct game played once"))
      #expect(!run.output.contains("nan") && !run.output.contains("inf"))
      let path = URL(filePath: "\(folder)/t/games.jsonl")
      let log = try String(contentsOf: path, encoding: .utf8)
      #expect(log.split(separator: "\n").count == 40 + 40 + 24)
      // Again, from the log alone.
      let report = try object(runCommand(words + ["--json"]))
      #expect(try String(contentsOf: path, encoding: .utf8) == log)
      #expect(Set(report.keys) == ["players", "pairs", "matches"])
      let matches = try #require(report["matches"] as? [[String: Any]])
      #expect(matches.map { $0["games"] as? Int } == [40, 40, 24])
      #expect(matches[2]["rating"] is NSNull)
      let other = try runCommand(words + ["--seed", "2"])
      #expect(other.exitCode == 73)
      #expect(other.errors.contains("another tournament"))
      try "{}\n".write(to: path, atomically: true, encoding: .utf8)
      let damaged = try runCommand(words)
      #expect(damaged.exitCode == 65)
      #expect(damaged.errors.contains("games.jsonl: line 1: "))
    }
  }

  @Test func `killed twenty times it ends as if it had not been`() throws {
    try inTemporaryFolder { folder in
      func words(_ name: String) -> [String] {
        [
          "tournament", "random", "perfect", "center", "--sample", "700",
          "--out", "\(folder)/\(name)", "--quiet",
        ]
      }
      let whole = try runCommand(words("a"))
      #expect(whole.exitCode == 0, "\(whole.errors)")
      for kill in 0..<20 {
        let running = try RunningCommand(words("b"))
        Thread.sleep(forTimeInterval: 0.05 + 0.01 * Double(kill * 7 % 20))
        running.send(SIGKILL)
        _ = running.finish()
      }
      let continued = try runCommand(words("b"))
      #expect(continued.exitCode == 0, "\(continued.errors)")
      #expect(continued.output == whole.output)
      let logs = try ["a", "b"].map {
        try Data(contentsOf: URL(filePath: "\(folder)/\($0)/games.jsonl"))
      }
      #expect(logs[0] == logs[1])
    }
  }

  @Test func `an interrupted tournament prints the command that continues`()
    throws
  {
    try inTemporaryFolder { folder in
      let out = "\(folder)/my games"
      let running = try RunningCommand([
        "tournament", "random", "perfect", "--sample", "200000", "--out", out,
      ])
      waitForFile("\(out)/games.jsonl")
      running.send(SIGINT)
      let run = running.finish()
      #expect(run.exitCode == 130, "\(run.errors)")
      #expect(run.output.isEmpty)
      #expect(
        run.errors.contains(
          "continue  noughts tournament random perfect --sample 200000 "
            + "--seed 1 --out '\(out)'"
        ),
        "\(run.errors)"
      )
    }
  }

  @Test func `a run plays against its own past`() throws {
    try inTemporaryFolder { folder in
      let path = "\(folder)/mine"
      try makeSmallRun(path)
      let svg = "\(folder)/strength.svg"
      let run = try runCommand(["tournament", path, "random", "--svg", svg])
      #expect(run.exitCode == 0, "\(run.errors)")
      for done in [160, 320, 480, 640, 800] {
        #expect(run.output.contains("mine@\(done) "))
      }
      #expect(run.errors == "wrote   \(svg)\n")
      let text = try String(contentsOfFile: svg, encoding: .utf8)
      #expect(text.hasPrefix("<svg") && text.contains("games or steps"))
      try Data("{".utf8).write(
        to: URL(filePath: "\(path)/checkpoints/0000000320.json")
      )
      let damaged = try runCommand(["tournament", path])
      #expect(damaged.exitCode == 65)
      #expect(damaged.errors.contains("0000000320.json"))
    }
  }

  @Test func `a gate lets only the proven pass`() throws {
    let better = try runCommand("tournament", "perfect", "center", "--gate")
    #expect(better.exitCode == 0)
    #expect(
      better.output.hasPrefix(
        "perfect is no worse than center: losing lines 0 to "
      )
    )
    let worse = try runCommand("tournament", "center", "perfect", "--gate")
    #expect(worse.exitCode == 1 && worse.output.isEmpty)
    #expect(
      worse.errors.hasPrefix(
        "noughts: center is worse than perfect: losing lines "
      )
    )
    #expect(worse.errors.split(separator: "\n").count == 1)
    let same = try runCommand("tournament", "first", "first", "--gate")
    #expect(same.exitCode == 0)
  }

  @Test func `every figure has a sentence in the help`() throws {
    let page = try runCommand("tournament", "--help").output
    for word in [
      "score", "worst", "NashConv", "W D L", "Elo", "LOS", "pairs", "draws",
      "distinct", "prior", "95% interval",
    ] {
      #expect(page.contains("\n  \(word) "))
    }
  }

  @Test(
    arguments: [
      (["perfect"], 64, "one player alone, 'perfect'"),
      (["perfect", "random", "--sample", "3"], 64, "--sample: 3 is odd"),
      (["perfect", "random", "--sample", "0"], 64, "--sample"),
      (["perfect", "random", "--out", "x"], 64, "--out: it needs --sample"),
      (["perfect", "random", "--jobs", "2"], 64, "--jobs: it needs --sample"),
      (["perfect", "random", "--svg", "x.svg"], 64, "--svg: no POLICY is a"),
      (["perfect", "random", "--svg", "x"], 64, "does not end in .svg"),
      (["perfect", "--gate"], 64, "--gate: 1 policies, expected CANDIDATE"),
      (
        ["perfect", "random", "--gate", "--sample", "2"], 64,
        "--gate and --sample exclude each other"
      ),
      (["perfect", "randmo"], 66, "Nearest: random"),
      (
        ["perfect", "random", "--sample", "2", "--openings", "4"], 66,
        "--openings: no file '4'; expected none, 1, 2, 3 or FILE"
      ),
    ]
  )
  func `a bad command line is refused`(
    words: [String],
    code: Int32,
    message: String
  ) throws {
    let run = try runCommand(["tournament"] + words)
    #expect(run.exitCode == code)
    #expect(run.errors.contains(message), "\(run.errors)")
    #expect(run.output.isEmpty)
  }
}
