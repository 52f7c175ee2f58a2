import Foundation
import TestSupport
import Testing

/// `--board` in the commands that take it, on boards that are quick to know.
@Suite struct BoardOptionTests {
  @Test(arguments: [
    ("4", "'4' is no board; expected COLUMNSxROWS or COLUMNSxROWS:INAROW"),
    ("4x4x4", "is no board"), ("x", "is no board"), ("3x3:", "is no board"),
    ("３x3", "is no board"), ("9x9", "too small or too big"),
    ("0x3", "too small or too big"), ("4x4:5", "5 in a row on 4×4"),
    ("4x4:0", "expected 1 to 4"), ("7x8:9", "expected 1 to 8"),
    ("1x5", "does not say how many in a row win; expected 1x5:K"),
  ])
  func `a board that cannot be is one clear line`(
    text: String, message: String
  ) throws {
    for words in [
      ["train"], ["play"], ["evaluate", "random"], ["bench"],
      ["tournament", "random", "first"],
    ] {
      let run = try runCommand(words + ["--board", text])
      #expect(run.exitCode == 64, "\(words)")
      #expect(run.errors.contains("--board: "), "\(run.errors)")
      #expect(run.errors.contains(message), "\(run.errors)")
      #expect(run.output == "")
    }
  }

  @Test func `a small board is judged exactly, in its own words`() throws {
    let run = try runCommand(["evaluate", "perfect", "--board", "3x2:2"])
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(
      run.output.hasPrefix(
        "board            3×2, 2 in a row · X wins by best play\n"
          + "verdict          perfect: as X it always wins; as O lost against "
          + "best play, as every policy is; optimal in all "
      ), "\(run.output)"
    )
    let kept = try runCommand(
      ["evaluate", "perfect", "--board", "3x2:2", "--require", "keeps-value"]
    )
    #expect(kept.exitCode == 0)
    let random = try runCommand(
      ["evaluate", "random", "--board", "3x2:2", "--require", "keeps-value"]
    )
    #expect(random.exitCode == 1)
    #expect(random.output.contains("does not keep the game's value"))
    let unbeatable = try runCommand(
      ["evaluate", "perfect", "--board", "3X2:2", "--require", "unbeatable"]
    )
    #expect(unbeatable.exitCode == 64 && unbeatable.output.isEmpty)
    #expect(
      unbeatable.errors.contains("on 3×2, 2 in a row O is lost"),
      "\(unbeatable.errors)"
    )
    let json = try runCommand(
      ["evaluate", "perfect", "--board", "3×2:2", "--json"]
    )
    #expect(json.output.contains(#""board": "3x2:2","#), "\(json.output)")
    #expect(json.output.contains(#""gameValue": 1,"#), "\(json.output)")
  }

  @Test func `a won board is trained for by the name of its proof`() throws {
    try inTemporaryFolder { folder in
      for (goal, done) in [
        ("keeps-value", "keeps the game's value since game"),
        ("perfect", "perfect since game"),
      ] {
        let run = try runCommand(
          [
            "train", "\(folder)/\(goal)", "--board", "3x2:2", "--until", goal,
            "--games", "4000", "--evaluate-every", "64", "--hidden", "16",
            "--quiet",
          ]
        )
        #expect(run.exitCode == 0, "\(run.errors)")
        #expect(run.output.contains(done), "\(run.output)")
        #expect(run.output.contains("first   keeps-value "), "\(run.output)")
        #expect(!run.output.contains("unbeatable"), "\(run.output)")
      }
    }
  }

  @Test func `a saved game knows its board`() throws {
    try inTemporaryFolder { folder in
      let play = ["play", "first", "--plain", "--board"]
      let saved = try runCommand(
        play + ["4x3:3"], streams: .files(input: "b1\nsave \(folder)/g\nquit\n")
      )
      #expect(saved.output.contains("Saved in"), "\(saved.output)")
      let same = try runCommand(
        play + ["4x3:3"], streams: .files(input: "load \(folder)/g\nquit\n")
      )
      #expect(same.output.contains("Loaded 2 moves"), "\(same.output)")
      for other in ["3x3", "4x3:4"] {
        let run = try runCommand(
          play + [other], streams: .files(input: "load \(folder)/g\nquit\n")
        )
        #expect(
          run.output.contains("line 3: a game on 4×3, 3 in a row, expected"),
          "\(run.output)"
        )
      }
    }
  }

  @Test func `a board too wide for the terminal is drawn small`() throws {
    let run = try runCommand(
      ["play", "first", "--board", "7x2:3"],
      streams: .files(input: "a1\nquit\n"), environment: ["COLUMNS": "40"]
    )
    #expect(run.output.contains(" 2 . . . . . . .\n"), "\(run.output)")
    #expect(run.output.contains(" 1 X O . . . . .\n"), "\(run.output)")
    #expect(run.output.contains("   a b c d e f g\n"), "\(run.output)")
  }

  @Test func `beyond 16 squares the report says what it walked and sampled`()
    throws
  {
    let run = try runCommand(
      ["evaluate", "first", "--board", "5x4", "--samples", "10", "--json"]
    )
    #expect(run.exitCode == 0, "\(run.errors)")
    let json = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
    let report = try #require(json as? [String: Any])
    #expect(report["board"] as? String == "5x4:4")
    #expect(report["verdict"] as? String == "beatable")
    #expect(report["gameValue"] as? Int == 0)
    let walks = try #require(report["walks"] as? [[String: Any]])
    #expect(walks.count == 2)
    for walk in walks {
      let byPly = try #require(walk["byPly"] as? [Int])
      #expect(byPly.reduce(0, +) == walk["positions"] as? Int)
      #expect((walk["checksum"] as? String)?.count == 16)
    }
    let blunders = try #require(report["blunders"] as? [String: Any])
    #expect(blunders["positions"] as? Int == 10)
  }

  @Test func `policies of different boards do not meet`() throws {
    try inTemporaryFolder { folder in
      let train = try runCommand(
        [
          "train", "\(folder)/run", "--board", "3x2:3", "--games", "16",
          "--until", "games", "--hidden", "4", "--quiet",
        ]
      )
      #expect(train.exitCode == 0, "\(train.errors)")
      let own = try runCommand(["evaluate", "\(folder)/run"])
      #expect(own.output.contains("3×2, 3 in a row"), "\(own.errors)")
      let both = try runCommand(
        ["tournament", "\(folder)/run", "\(folder)/run", "random"]
      )
      #expect(both.exitCode == 0, "\(both.errors)")
      let other = try runCommand(
        ["evaluate", "\(folder)/run", "--board", "3x3"]
      )
      #expect(other.exitCode == 65)
      #expect(
        other.errors.contains("a policy for 3×2, 3 in a row, expected one"))
      let resumed = try runCommand(["train", "--resume", "\(folder)/run"])
      #expect(resumed.errors.contains("is finished"), "\(resumed.errors)")
      let shown = try runCommand(["show", "\(folder)/run", "--json"])
      #expect(shown.output.contains(#""board": "3x2:3""#), "\(shown.output)")
    }
  }

  @Test(arguments: [
    (["evaluate", "random", "--board", "4x4", "--map", "m.svg"], "--map: "),
    (["tournament", "random", "first", "--board", "5x5"], "expected --sample"),
    (
      ["tournament", "random", "first", "--board", "5x5", "--gate"], "--gate: "
    ),
    (
      ["train", "--board", "5x4", "--until", "perfect"],
      "--until: expected unbeatable"
    ),
    (
      ["train", "--board", "4x4", "--method", "clone"], "--board: expected 3×3"
    ),
    (["train", "--board", "7x7:5"], "at most 32 squares"),
    (
      ["train", "--board", "4x3:3", "--until", "unbeatable"],
      "on 4×3, 3 in a row O is lost against best play; expected keeps-value"
    ),
    (
      ["train", "--board", "4x4", "--mistakes", "m.txt"],
      "--mistakes: a run on 4×4, 4 in a row learns from its own games only"
    ),
    (["bench", "--board", "7x7:5"], "at most 32 squares"),
  ])
  func `what a board cannot have is said`(words: [String], message: String)
    throws
  {
    let run = try runCommand(words)
    #expect(run.exitCode == 64, "\(run.errors)")
    #expect(run.errors.contains(message), "\(run.errors)")
  }

  @Test func `a game on another board is played, reviewed and corrected`()
    throws
  {
    try inTemporaryFolder { folder in
      let game = try runCommand(
        ["play", "perfect", "--board", "3x2:3", "--plain", "--seed", "1"],
        streams: .files(input: "a1\nhint\nanalyze\nb1\nquit\n")
      )
      #expect(game.exitCode == 0, "\(game.errors)")
      #expect(game.output.contains("X plays a1."), "\(game.output)")
      #expect(game.output.contains("Best: "), "\(game.output)")
      let train = try runCommand(
        [
          "train", "\(folder)/run", "--board", "4x3:3", "--games", "16",
          "--until", "games", "--hidden", "4", "--negatives", "none", "--quiet",
        ]
      )
      #expect(train.exitCode == 0, "\(train.errors)")
      let bad = try runCommand(
        [
          "play", "\(folder)/run", "--plain", "--side", "o", "--mistakes",
          "\(folder)/m.txt",
        ], streams: .files(input: "bad\nbad\nquit\n")
      )
      #expect(bad.exitCode == 0, "\(bad.errors)")
      #expect(bad.output.contains("positions were walked"), "\(bad.output)")
    }
  }
}
