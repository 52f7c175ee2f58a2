import Foundation
import Testing

@Suite struct EvaluateTests {
  private let champion = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
    .appending(path: "Policies/champion.json").path

  private func object(_ words: [String]) throws -> [String: Any] {
    let result = try runCommand(words)
    #expect(result.exitCode == 0)
    let json = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    return try #require(json as? [String: Any])
  }

  @Test func `the JSON has exactly the documented keys`() throws {
    let report = try object(["evaluate", champion, "--json"])
    #expect(
      Set(report.keys) == [
        "policy", "verdict", "greedy", "sampled", "losingLines", "blunders",
        "margin", "against", "refutation",
      ]
    )
    #expect(report["verdict"] as? String == "perfect")
    #expect(report["refutation"] is NSNull)
    let greedy = try #require(report["greedy"] as? [String: Double])
    #expect(greedy == ["asX": 0, "asO": 0, "nashConv": 0])
  }

  @Test func `several policies are an array`() throws {
    let result = try runCommand(["evaluate", "random", "first", "--json"])
    let json = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    #expect((json as? [Any])?.count == 2)
  }

  @Test func `a refutation is in the first screenful`() throws {
    let result = try runCommand(["evaluate", "center"])
    #expect(result.output.contains("beaten by X a1, O b2, X c1, O a3?, X b1"))
  }

  @Test func `--require decides the exit code`() throws {
    let words = ["--require", "perfect"]
    #expect(try runCommand(["evaluate", champion] + words).exitCode == 0)
    #expect(try runCommand(["evaluate", "center"] + words).exitCode == 1)
  }

  @Test func `--position shows one board`() throws {
    let result = try runCommand([
      "evaluate", champion, "--position", "X../.../...",
    ])
    #expect(result.output.contains("exactly, it draws"))
    #expect(result.output.split(separator: "\n").count == 9)
    let wrong = try runCommand(["evaluate", champion, "--position", "XX"])
    #expect(wrong.exitCode == 64)
  }

  @Test func `--position answers in JSON too, and proves nothing`() throws {
    let words = ["evaluate", champion, "--position", "X../.O./..X"]
    let view = try object(words + ["--json"])
    #expect(
      Set(view.keys) == ["policy", "position", "sideToMove", "value", "moves"]
    )
    #expect(view["sideToMove"] as? String == "O")
    #expect(view["value"] as? Int == 0)
    let moves = try #require(view["moves"] as? [[String: Any]])
    #expect(moves.count == 6)
    let corner = try #require(moves.first)
    #expect(corner["move"] as? String == "a1")
    #expect(corner["value"] as? Int == -1)
    #expect(corner["distance"] as? Int == 4)
    let shares = moves.compactMap { $0["probability"] as? Double }
    #expect(abs(shares.reduce(0, +) - 1) < 1e-5)

    let both = try runCommand(
      ["evaluate", "random", "first"] + words.suffix(2) + ["--json"]
    )
    let array = try JSONSerialization.jsonObject(with: Data(both.output.utf8))
    #expect((array as? [Any])?.count == 2)

    let proof = try runCommand(words + ["--require", "perfect"])
    #expect(proof.exitCode == 64)
    #expect(proof.errors.contains("--require and --position exclude"))
  }

  @Test func `a damaged file is 65 with its name and reason`() throws {
    let whole = try Data(contentsOf: URL(filePath: champion))
    var altered = whole
    let digit = try #require(
      altered.indices.first { $0 > 5000 && altered[$0] == UInt8(ascii: "3") }
    )
    altered[digit] = UInt8(ascii: "4")
    let files: [(Data, String)] = [
      (whole.prefix(1000), "expected"),
      (altered, "checksum"),
      (Data("{\"format\": \"other\"}".utf8), "noughts.policy"),
      (Data(count: 17 << 20), "at most 16777216"),
    ]
    let path = FileManager.default.temporaryDirectory
      .appending(path: "noughts-\(UUID().uuidString).json")
    defer { try? FileManager.default.removeItem(at: path) }
    for (data, reason) in files {
      try data.write(to: path)
      let result = try runCommand(["evaluate", path.path])
      #expect(result.exitCode == 65)
      #expect(result.output == "")
      #expect(result.errors.contains(path.lastPathComponent))
      #expect(result.errors.contains(reason), "\(result.errors)")
      #expect(try Data(contentsOf: path) == data)
    }
  }

  @Test func `a missing policy is 66 with the nearest names`() throws {
    let result = try runCommand(["evaluate", "perfetc"])
    #expect(result.exitCode == 66)
    #expect(result.errors.contains("Nearest: perfect"))
  }
}
