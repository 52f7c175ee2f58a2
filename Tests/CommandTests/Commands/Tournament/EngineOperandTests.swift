import Foundation
import TestSupport
import Testing

@Suite struct EngineOperandTests {
  /// This program's own engine, its process number kept in a file.
  private func ownEngine(_ folder: String, _ policy: String) throws -> String {
    let script = "\(folder)/engine"
    let text = """
      #!/bin/sh
      echo $$ >>"\(folder)/processes"
      exec "\(try builtCommand())" engine "$1"

      """
    try text.write(toFile: script, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755],
      ofItemAtPath: script
    )
    return "uci:\"\(script)\" \(policy)"
  }

  private func processes(_ folder: String) -> [Int32] {
    let text = try? String(
      contentsOfFile: "\(folder)/processes",
      encoding: .utf8
    )
    return (text ?? "").split(separator: "\n").compactMap { Int32($0) }
  }

  /// Whether all engines end; those of a process that was killed take a moment.
  private func areGone(_ folder: String) -> Bool {
    for _ in 0..<2_000 {
      if processes(folder).allSatisfy({ !isRunning($0) }) { return true }
      usleep(10_000)
    }
    return false
  }

  // Who is dead and not reaped yet, by whoever adopted it, runs no longer.
  private func isRunning(_ process: Int32) -> Bool {
    guard
      let status = try? String(
        contentsOfFile: "/proc/\(process)/stat",
        encoding: .utf8
      )
    else { return false }
    return !status.contains(") Z ")
  }

  private func moves(_ folder: String) throws -> [Substring] {
    try String(contentsOfFile: "\(folder)/games.jsonl", encoding: .utf8)
      .split(separator: "\n")
      .map { $0[($0.range(of: "\"opening\"")?.lowerBound ?? $0.startIndex)...] }
  }

  @Test func `its own engine plays the games of the policy itself`() throws {
    try inTemporaryFolder { folder in
      let words = ["--sample", "24", "--quiet", "--out"]
      let known = try runCommand(
        ["tournament", "random", "first"] + words + ["\(folder)/a"]
      )
      #expect(known.exitCode == 0, "\(known.errors)")
      let engine = try ownEngine(folder, "first")
      for (name, jobs) in [("b", "1"), ("c", "3")] {
        let run = try runCommand(
          ["tournament", "random", engine, "--jobs", jobs] + words
            + ["\(folder)/\(name)"]
        )
        #expect(run.exitCode == 0 && run.errors.isEmpty, "\(run.errors)")
        #expect(run.output.contains("random against uci:engine first"))
        #expect(try moves("\(folder)/a") == moves("\(folder)/\(name)"))
      }
      #expect(Set(2...4).contains(processes(folder).count))
      #expect(areGone(folder))
    }
  }

  @Test func `killed at any moment it ends as if it had not been`() throws {
    try inTemporaryFolder { folder in
      let engine = try ownEngine(folder, "first")
      func words(_ name: String) -> [String] {
        [
          "tournament", "random", engine, "--sample", "200", "--quiet", "--out",
          "\(folder)/\(name)",
        ]
      }
      let whole = try runCommand(words("a"))
      #expect(whole.exitCode == 0, "\(whole.errors)")
      for kill in 0..<10 {
        let running = try RunningCommand(words("b"))
        Thread.sleep(forTimeInterval: 0.1 + 0.03 * Double(kill * 7 % 10))
        running.send(SIGKILL)
        _ = running.finish()
      }
      #expect(areGone(folder))
      let continued = try runCommand(words("b"))
      #expect(continued.exitCode == 0, "\(continued.errors)")
      #expect(continued.output == whole.output)
      #expect(try moves("\(folder)/a") == moves("\(folder)/b"))
    }
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGKILL])
  func `an engine that hangs does not outlive the command`(
    signal: Int32
  ) throws {
    try inTemporaryFolder { folder in
      let list = "\(folder)/processes"
      let hanging =
        "uci:sh -c 'trap : INT TERM HUP; echo option name UCI_Variant tictactoe; "
        + "echo uciok; echo $$ >>\(list); while :; do "
        + "sleep 1000 & echo $! >>\(list); wait; done'"
      let running = try RunningCommand([
        "tournament", "random", hanging, "--sample", "4", "--move-time", "600",
        "--out", "\(folder)/t",
      ])
      // No longer than a command may take to its end.
      for _ in 0..<12_000 where processes(folder).count < 2 { usleep(10_000) }
      running.send(signal)
      let run = running.finish()
      #expect(run.exitCode == 128 + signal, "\(run.errors)")
      if signal != SIGKILL {
        #expect(run.errors.contains("--move-time 600 --seed 1"))
      }
      #expect(areGone(folder))
    }
  }

  @Test(
    arguments: [
      ("/nonexistent/engine", "uci:engine names no program that can be found"),
      ("/etc/passwd", "uci:passwd names no program that can be run"),
      ("sh -c 'echo uciok; cat'", "does not offer UCI_Variant tictactoe"),
    ]
  )
  func `what is no engine of this game is refused before any game`(
    command: String,
    message: String
  ) throws {
    try inTemporaryFolder { folder in
      let out = "\(folder)/t"
      let run = try runCommand(
        "tournament",
        "perfect",
        "uci:\(command)",
        "--sample",
        "2",
        "--out",
        out
      )
      #expect(run.exitCode == 66)
      #expect(run.errors.contains(message), "\(run.errors)")
      #expect(!FileManager.default.fileExists(atPath: out))
    }
  }

  @Test func `engines that fail lose, and the tournament goes on`() throws {
    try inTemporaryFolder { folder in
      // Long lines: there are fewer of them to a flood.
      let flood = "uci:yes $(printf %01000d)"
      let words = [
        "tournament", "perfect", "uci:/bin/false", flood,
        "--sample", "4", "--out", "\(folder)/t",
      ]
      let run = try runCommand(words)
      #expect(run.exitCode == 0, "\(run.errors)")
      for name in [
        "uci:false ended with exit code 1",
        "\(flood) flooded its output",
      ] {
        #expect(
          run.output.contains("  \(name): 4 games lost\n"),
          "\(run.output)"
        )
        #expect(run.output.contains("  \(name): 2 games lost\n"))
        let warnings = run.errors.split(separator: "\n").filter {
          $0.hasPrefix("warning: \(name)")
        }
        #expect(warnings.count == 1, "once a kind")
      }
      #expect(run.output.contains("won 4 drawn 0 lost 0"))
      #expect(!run.output.contains("nan") && !run.output.contains("inf"))
      let again = try runCommand(words + ["--json"])
      #expect(again.output.contains("\"reason\": \"flooded its output\""))
      #expect(again.output.contains("\"nashConv\": null"))
      let other = try runCommand(words + ["--move-time", "1"])
      #expect(other.exitCode == 73, "another limit is another tournament")
    }
  }

  @Test(
    arguments: [
      (["random", "uci:x"], "an external engine has no exact results"),
      (["random", "uci:x", "--gate"], "expected a policy before --gate"),
      (["random", "uci:", "--sample", "2"], "'uci:': expected a program"),
      (["random", "uci: ", "--sample", "2"], "'uci: ': expected a program"),
      (["random", "uci:a\u{1b}", "--sample", "2"], "expected a program"),
      (["random", "first", "--move-time", "2"], "--move-time: no POLICY is"),
      (
        ["random", "uci:x", "--sample", "2", "--move-time", "0"], "out of range"
      ),
      (
        ["random", "first", "--gate", "--temperature", "1"],
        "--gate and --temperature exclude each other"
      ),
    ]
  )
  func `a bad command line is refused`(
    words: [String],
    message: String
  ) throws {
    let run = try runCommand(["tournament"] + words)
    #expect(run.exitCode == 64)
    #expect(run.errors.contains(message), "\(run.errors)")
    #expect(run.output.isEmpty)
  }

  @Test func `levels and temperatures take part`() throws {
    let run = try runCommand(
      "tournament",
      "perfect",
      "level:easy",
      "level:hard"
    )
    #expect(run.exitCode == 0, "\(run.errors)")
    // Half and a twentieth of the games are lost to perfect play.
    let row = run.output.split(separator: "\n")[1].split(separator: " ")
    #expect(row.prefix(5) == ["1", "perfect", "-", "75.0", "52.5"])
    let drawn = try runCommand(
      "tournament",
      "Policies/champion.json",
      "random",
      "--temperature",
      "1"
    )
    let greedy = try runCommand(
      "tournament",
      "Policies/champion.json",
      "random"
    )
    #expect(drawn.exitCode == 0 && drawn.output != greedy.output)
  }
}
