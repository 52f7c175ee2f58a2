import Command
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

  @Test(arguments: [
    ("plain é", "plain é"), ("a,\u{301}b", "\"a,\u{301}b\""),
    ("q\"\u{301},x", "\"q\"\"\u{301},x\""), ("c\r\nd", "c\\u{d}\\u{a}d"),
    ("\u{1b}]0;x\u{7}", "\\u{1b}]0;x\\u{7}"), ("=1+1", "'=1+1"),
    ("+1", "'+1"), ("-1", "'-1"), ("@\u{301}x,", "\"'@\u{301}x,\""),
  ])
  func `a name is one field of one line`(name: String, expected: String) {
    #expect(Array(csvField(name).utf8) == Array(expected.utf8))
  }

  /// A reader of RFC 4180 that knows bytes alone.
  private func fields(ofRow row: String) -> Int {
    var (isQuoted, count) = (false, 1)
    for byte in row.utf8 {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if byte == UInt8(ascii: ","), !isQuoted { count += 1 }
      #expect(byte >= 0x20)
    }
    return isQuoted ? -1 : count
  }

  @Test func `every scalar, alone or with an accent, leaves one field`() {
    let scalars = (0...0x2100).compactMap { Unicode.Scalar(UInt32($0)) }
    for scalar in scalars {
      for end in ["", "\u{301}", ",", "\""] {
        #expect(fields(ofRow: csvField("\(scalar)\(end)")) == 1)
      }
    }
  }
}
