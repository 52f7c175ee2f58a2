import Foundation
import Glibc
import Testing

@Suite struct LearningCurvesTests {
  @Test func `curves fit 80 columns and 24 lines`() throws {
    try withShownRuns { folder in
      for (locale, columns) in [("C.UTF-8", 80), ("C", 80), ("C", 40)] {
        let shown = try runShow(
          "show",
          "runs/a",
          in: folder,
          environment: ["LC_ALL": locale, "COLUMNS": "\(columns)"]
        )
        #expect(shown.exitCode == 0)
        #expect(shown.errors == "")
        // Off a terminal the list is not folded, nor the line about bad moves.
        #expect(
          outputLines(shown).dropFirst(3).allSatisfy { $0.count <= columns }
        )
        if columns == 80 { #expect(outputLines(shown).count <= 24) }
        #expect(shown.output.contains("NashConv, moves drawn"))
        #expect(shown.output.contains("blunders of 4,520 positions"))
        if locale == "C" {
          #expect(shown.output.utf8.allSatisfy { $0 < 0x80 })
        } else {
          let braille: ClosedRange<Character> = "\u{2801}"..."\u{28ff}"
          #expect(shown.output.contains { braille.contains($0) })
        }
      }
    }
  }

  @Test func `a terminal of 40 columns is kept to`() throws {
    try withShownRuns { folder in
      for words in [["show"], ["show", "runs/a"]] {
        let shown = try runShow(
          words,
          in: folder,
          environment: ["COLUMNS": "40", "NO_COLOR": "1"],
          terminal: true
        )
        let lines = shown.output.replacing("\r\n", with: "\n").split(
          separator: "\n"
        )
        #expect(lines.count > 2)
        for line in lines where line.count > 40 { Issue.record("\(line)") }
      }
    }
  }

  @Test func `the axis says what is counted, and counts only one thing`() throws
  {
    try withShownRuns { folder in
      let words = { (result: CommandResult) in
        result.output.split(whereSeparator: \.isWhitespace)
      }
      #expect(words(try runShow("show", "runs/a", in: folder)).last == "games")
      #expect(words(try runShow("show", "runs/b", in: folder)).last == "steps")
      let mixed = try runShow(
        "show",
        "runs/a",
        "runs/b",
        "--csv",
        "ab.csv",
        in: folder
      )
      #expect(mixed.exitCode == 64)
      #expect(mixed.output == "")
      #expect(!FileManager.default.fileExists(atPath: "\(folder)/ab.csv"))
      #expect(mixed.errors.contains("runs/a counts games, runs/b counts steps"))
      let csv = try runShow(
        "show",
        "runs/a",
        "runs/b",
        "--csv",
        "-",
        in: folder
      )
      #expect(csv.exitCode == 0)
    }
  }

  @Test func `several runs are told apart by letters`() throws {
    try withShownRuns { folder in
      let shown = try runShow("show", "runs/a", "runs/a", in: folder)
      let first = outputLines(shown).prefix(3)
      #expect(first.map { $0.first } == [" ", "a", "b"])
      #expect(shown.output.contains("a  runs/a"))
    }
  }

  @Test func `the picture has a curve a run in both charts`() throws {
    try withShownRuns { folder in
      let shown = try runShow("show", "runs/b", "--svg", "b.svg", in: folder)
      #expect(shown.errors == "wrote   b.svg\n")
      let svg = try String(contentsOfFile: "\(folder)/b.svg", encoding: .utf8)
      #expect(svg.hasPrefix("<svg "))
      #expect(svg.components(separatedBy: "class=\"curve\"").count == 5)
      #expect(svg.contains("runs/b"))
      #expect(svg.contains(">steps<"))
    }
  }

  @Test func `a run without an evaluation stretches no axis`() throws {
    try withShownRuns { folder in
      let training = try RunningCommand(
        ["train", "\(folder)/runs/c", "--evaluate-every", "1000000"]
          + endlessRun
      )
      waitForFile("\(folder)/runs/c/config.json")
      training.send(SIGKILL)
      _ = training.finish()
      func axes(_ words: [String]) throws -> [Substring] {
        outputLines(try runShow(["show"] + words, in: folder)).suffix(3)
      }
      #expect(try axes(["runs/a", "runs/c"]) == axes(["runs/a"]))
      #expect(try axes(["runs/c"]) != axes(["runs/a"]))
    }
  }

  @Test func `a run without an evaluation has axes and no curve`() throws {
    try withShownRuns { folder in
      try FileManager.default.removeItem(
        atPath: "\(folder)/runs/a/metrics.jsonl"
      )
      let shown = try runShow("show", "runs/a", in: folder)
      #expect(shown.exitCode == 0)
      #expect(shown.output.contains("800 games"))
      #expect(!shown.output.contains("nan"))
    }
  }
}
