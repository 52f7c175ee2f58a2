import Foundation
import TestSupport
import Testing
import TicTacToe
import UCI

@Suite struct EnginePoolTests {
  /// An engine in the shell that takes the first free square. It does `first`
  /// before all, and `cases` answer words in its place.
  private func engine(first: String = ":", on cases: String = "") -> String {
    """
    sh -c '\(first)
    while read -r word rest; do case $word in
      \(cases)
      uci) echo option name UCI_Variant type combo var chess var tictactoe
        echo uciok ;;
      isready) echo readyok ;;
      position) line=$rest ;;
      go) for square in a1 b1 c1 a2 b2 c2 a3 b3 c3; do case $line in
        *@$square*) ;;
        *) echo info depth 1; echo bestmove P@$square ponder P@a1; break ;;
        esac; done ;;
      quit) exit 0 ;;
    esac; done'
    """
  }

  private func failure(
    of command: String,
    limit: Double = 30
  ) -> EngineFailure? {
    let pool = EnginePool(command: command, limit: limit)
    do throws(EngineFailure) {
      _ = try pool.move(inGame: 0, after: [Square(0)])
      return nil
    } catch { return error }
  }

  private func inFile(_ body: (_ path: String) throws -> Void) throws {
    try inTemporaryFolder { try body("\($0)/new") }
  }

  /// The process numbers in a file.
  private func processes(_ path: String) throws -> [Int32] {
    try String(contentsOfFile: path, encoding: .utf8)
      .split(separator: "\n").compactMap { Int32($0) }
  }

  @Test func `a process a game at a time, ended with the pool`() throws {
    try inFile { path in
      do {
        let command = engine(first: "echo $$ >>\(path)")
        let pool = EnginePool(command: command, limit: 30)
        #expect(try pool.move(inGame: 0, after: []) == Square(0))
        #expect(try pool.move(inGame: 1, after: [Square(0)]) == Square(1))
        pool.finish(game: 0)
        #expect(try pool.move(inGame: 2, after: []) == Square(0))
        for game in 1...3 { pool.finish(game: game) }
      }
      let processes = try processes(path)
      #expect(processes.count == 2)
      for process in processes { #expect(kill(process, 0) != 0) }
    }
  }

  @Test func `killed between two moves it is started again`() throws {
    try inFile { path in
      let command = engine(first: "echo $$ >>\(path)")
      let pool = EnginePool(command: command, limit: 30)
      #expect(try pool.move(inGame: 0, after: []) == Square(0))
      kill(try #require(try processes(path).first), SIGKILL)
      #expect(throws: EngineFailure.gone) {
        try pool.move(inGame: 0, after: [Square(0), Square(4)])
      }
      pool.finish(game: 0)
      #expect(try pool.move(inGame: 1, after: []) == Square(0))
      #expect(try processes(path).count == 2)
    }
  }

  @Test func `it is told of games, and ended by quit`() throws {
    try inFile { path in
      do {
        let command = engine(
          on:
            "ucinewgame) echo new >>\(path) ;; quit) echo end >>\(path); exit ;;"
        )
        let pool = EnginePool(command: command, limit: 30)
        for game in 0..<2 {
          _ = try pool.move(inGame: game, after: [])
          pool.finish(game: game)
        }
      }
      #expect(
        try String(contentsOfFile: path, encoding: .utf8)
          == "new\nnew\nnew\nend\n"
      )
    }
  }

  @Test func `a file of variants is at hand`() throws {
    try inFile { path in
      // VariantPath comes first; of UCI_Variant no file is made.
      let command = engine(on: "setoption) cat ${rest##* } >>\(path) ;;")
      #expect(failure(of: command) == nil)
      let file = try String(contentsOfFile: path, encoding: .utf8)
      #expect(
        file.hasPrefix("[tictactoe]\n") && file.hasSuffix("connectN = 3\n")
      )
    }
  }

  @Test(
    arguments: [
      ("go) echo bestmove P@a1 ;;", EngineFailure.illegalMove),
      ("go) echo bestmove ;;", .illegalMove),
      ("go) echo bestmove \"(none)\" ;;", .illegalMove),
      ("go) echo bestmove P@z9 ;;", .illegalMove),
      ("go) exit 3 ;;", .exited(code: 3)),
      ("go) kill -SEGV $$ ;;", .killed(signal: 11)),
      ("go) kill -9 $$ ;;", .gone),
      ("go) kill -9 0 ;;", .gone),
      ("go) exec >&- ; sleep 1000 ;;", .gone),
      ("isready) exec <&- >&- ; sleep 1000 ;;", .gone),
      ("go) exec yes ;;", .flooding),
      ("go) exec tr \"\\\\0\" x </dev/zero ;;", .flooding),
      ("uci) echo uciok ;;", .otherGame),
      ("uci) exit ;;", .exited(code: 0)),
    ]
  )
  func `an engine that fails is told from others`(
    cases: String,
    expected: EngineFailure
  ) {
    #expect(failure(of: engine(on: cases)) == expected)
  }

  @Test(
    arguments: [
      ("go) sleep 1000 ;;", "bestmove"),
      ("go) kill -STOP 0 ;;", "bestmove"), ("isready) ;;", "readyok"),
      ("uci) ;;", "uciok"),
      ("setoption) trap : TERM HUP; sleep 1000 ;;", "uciok"),
      ("go) while :; do echo info; sleep 0.1; done ;;", "bestmove"),
    ]
  )
  func `an engine that hangs is not waited for`(
    cases: String,
    expected: String
  ) {
    // What is answered is answered at once, but on a busy machine.
    let limit = 4.0
    #expect(
      failure(of: engine(on: cases), limit: limit)
        == .silent(expected: expected, seconds: limit)
    )
  }

  @Test(
    arguments: [
      ("/nonexistent/engine", EngineFailure.notFound),
      ("nosuchengine --really", .notFound), ("/etc/passwd", .notExecutable),
      ("true", .exited(code: 0)), ("'unbalanced", .exited(code: 2)),
      ("yes", .flooding),
    ]
  )
  func `what is no engine is told from one`(
    command: String,
    expected: EngineFailure
  ) {
    #expect(failure(of: command) == expected)
  }

  @Test func `a wish to stop ends the wait`() {
    let pool = EnginePool(command: "sleep 1000", limit: 3_600) { true }
    #expect(throws: EngineFailure.stopped) {
      try pool.move(inGame: 0, after: [])
    }
  }

  @Test func `what an engine says late answers no other question`() throws {
    // A second answer to each `go`, of which only the first counts.
    let command = engine(on: "isready) echo bestmove P@c3; echo readyok ;;")
    #expect(failure(of: command) == nil)
    let pool = EnginePool(command: command, limit: 30)
    #expect(try pool.move(inGame: 0, after: []) == Square(0))
    #expect(
      try pool.move(inGame: 0, after: [0, 4].map { Square($0) }) == Square(1)
    )
  }

  @Test func `a limit of no time is refused`() async {
    let result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = EnginePool(command: "true", limit: 0)
    }
    #expect(result.message.contains("0.0 seconds for an answer"))
  }

  @Test func `a word of many marks is no word of the protocol`() throws {
    let marks =
      "printf readyok; yes $(printf \"\\314\\201\\314\\243\") "
      + "| head -c 800000 | tr -d \"\\n\"; echo"
    let pool = EnginePool(
      command: engine(on: "isready) \(marks); echo readyok ;;"), limit: 30
    )
    #expect(try pool.move(inGame: 0, after: []) == Square(0))
  }
}
