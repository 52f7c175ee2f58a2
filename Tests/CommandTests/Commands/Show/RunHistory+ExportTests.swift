import Foundation
import Testing

@Suite struct RunHistoryExportTests {
  @Test func `CSV and JSON hold every evaluation`() throws {
    try withShownRuns { folder in
      let log = try String(
        contentsOfFile: "\(folder)/runs/a/metrics.jsonl",
        encoding: .utf8
      ).split(separator: "\n").count
      let csv = outputLines(
        try runShow("show", "runs/a", "--csv", "-", in: folder)
      )
      #expect(
        csv[0] == "run,unit,done,nashConv,blunders,entropy,verdict,seconds,"
          + "hindsight,refutations,solution,rounds,steps,broken"
      )
      #expect(csv.count == log + 2)
      #expect(csv[1].hasPrefix("runs/a,games,256,"))
      #expect(csv.dropLast().allSatisfy { $0.count { $0 == "," } == 13 })
      let steps = outputLines(
        try runShow("show", "runs/b", "--csv", "-", in: folder)
      )
      // A run that is told of no bad moves of its own has no counts.
      #expect(steps[1].hasSuffix(",,,,,,"))
      let file = try runShow(
        "show",
        "runs/a",
        "--csv",
        "a.csv",
        "-q",
        in: folder
      )
      #expect(file.errors == "")
      #expect(
        try String(contentsOfFile: "\(folder)/a.csv", encoding: .utf8)
          == csv.joined(separator: "\n")
      )
      let json = try runShow("show", "runs/a", "--json", in: folder)
      let runs = try #require(
        try JSONSerialization.jsonObject(with: Data(json.output.utf8))
          as? [[String: Any]]
      )
      #expect((runs[0]["evaluations"] as? [Any])?.count == log)
      #expect(runs[0]["state"] as? String == "done")
      #expect(runs[0]["done"] as? Int == 800)
    }
  }

  @Test func `a run with a comma in its name stays one field`() throws {
    try withShownRuns { folder in
      try FileManager.default.moveItem(
        atPath: "\(folder)/runs/a",
        toPath: "\(folder)/runs/a,\"b\""
      )
      let csv = try runShow("show", "runs/a,\"b\"", "--csv", "-", in: folder)
      #expect(outputLines(csv)[1].hasPrefix("\"runs/a,\"\"b\"\"\",games,256,"))
    }
  }
}
