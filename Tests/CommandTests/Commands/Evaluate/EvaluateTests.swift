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
        "margin", "finish", "against", "refutation",
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
    let several = try runCommand(["evaluate", champion, "center"] + words)
    #expect(several.exitCode == 1)
    #expect(
      several.errors == "noughts: center is beatable, required: perfect\n"
    )
  }

  @Test func `a player that draws its moves is judged by all of them`() throws {
    let easy = try runCommand([
      "evaluate", "level:easy", "--require", "unbeatable",
    ])
    #expect(easy.exitCode == 1)
    #expect(easy.output.contains("verdict          beatable: 3,191 of 4,520"))
    #expect(easy.output.contains("NashConv         1.174"))
    #expect(
      easy.output.contains("W 0.0 D 62.4 L 37.6      W 0.0 D 37.6 L 62.4")
    )
    let random = try runCommand(["evaluate", "random"])
    #expect(random.output.contains("vs random        W 58.5 D 12.7 L 28.8"))
    let perfect = try runCommand([
      "evaluate", "perfect", "--require", "perfect",
    ])
    #expect(perfect.exitCode == 0)
    #expect(
      perfect.output.contains(
        "vs random        W 96.8 D 3.2 L 0.0       W 77.7 D 22.3 L 0.0"
      )
    )
    #expect(
      perfect.output.contains("0.0 of 2,358 wins in one passed over")
    )
    let win = try runCommand([
      "evaluate", "perfect", "--position", ".X./.O./OXX",
    ])
    #expect(win.output.contains("  c3  100.00%   wins  in 1 move\n"))
  }

  @Test func `above temperature 0 a network is judged by its draws`() throws {
    let words = ["evaluate", champion, "--temperature", "1"]
    let drawn = try runCommand(words + ["--require", "unbeatable"])
    #expect(drawn.exitCode == 1)
    #expect(drawn.output.contains("NashConv         0.0039   (a best"))
    let json = try object(words + ["--json"])
    #expect(
      json["greedy"] is NSNull && json["verdict"] as? String == "beatable"
    )
    let board = ["--position", "X../.O./..X"]
    let hot = try runCommand(
      ["evaluate", champion, "--temperature", "100"] + board
    )
    #expect(hot.output.contains("  a1   15."))
  }

  @Test func `missed and delayed wins are counted, and hastened losses`() throws
  {
    let finish = try #require(
      try object(["evaluate", "first", "--json"])["finish"]
        as? [String: [String: Double]]
    )
    #expect(finish["missedWins"] == ["expected": 1_311, "positions": 2_358])
    #expect(finish["slowerWins"] == ["expected": 299, "positions": 2_836])
    #expect(finish["hastenedLosses"] == ["expected": 85, "positions": 632])
    let text = try runCommand(["evaluate", champion]).output
    #expect(
      text.contains(
        "finish           20 of 2,358 wins in one passed over · "
          + "20 of 2,836 wins slower · 0 of 632 losses hastened\n"
      )
    )
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
