import Foundation
import TestSupport
import Testing

@Suite struct ShowReportTests {
  @Test func `without runs it says how to make one`() throws {
    try inTemporaryFolder { folder in
      let none = try runShow("show", in: folder)
      #expect(none.exitCode == 0)
      #expect(none.output == "")
      #expect(none.errors.contains("noughts train makes one"))
      let json = try runShow("show", "--json", "-q", in: folder)
      #expect(json.output == "[]\n")
      #expect(json.errors == "")
    }
  }

  @Test func `lines that are no evaluations are warned of, a torn one not`()
    throws
  {
    try withShownRuns { folder in
      let path = "\(folder)/runs/a/metrics.jsonl"
      let log = try String(contentsOfFile: path, encoding: .utf8)
      let whole = try runShow("show", "runs/a", in: folder)
      try write(log + "{\"games\": 8", to: path)
      let torn = try runShow("show", "runs/a", in: folder)
      #expect(torn.errors == "")
      #expect(torn.output == whole.output)
      try write("mine\n" + log, to: path)
      let odd = try runShow("show", "runs/a", in: folder)
      #expect(odd.errors.contains("1 of its lines are not evaluations"))
      #expect(odd.output == whole.output)
    }
  }

  @Test(arguments: [
    (["runs/x"], 66, "Nearest: runs/b, runs/a"),
    (["nothing-like-it"], 66, "noughts show lists the runs here"),
    (["runs/a", "--svg", "a.png"], 64, "'a.png' does not end in .svg"),
    (["--svg", "a.svg"], 64, "--svg: expected the RUN"),
    (["--csv", "-"], 64, "--csv: expected the RUN"),
    (["runs/a", "--json", "--csv", "-"], 64, "exclude each other"),
  ])
  func `what it cannot do it says in a line`(
    words: [String],
    code: Int32,
    message: String
  ) throws {
    try withShownRuns { folder in
      let result = try runShow(["show"] + words, in: folder)
      #expect(result.exitCode == code)
      #expect(result.output == "")
      #expect(result.errors.contains(message), "\(result.errors)")
    }
  }
}
