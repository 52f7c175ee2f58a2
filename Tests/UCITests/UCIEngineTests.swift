import NeuralNetwork
import Players
import TestSupport
import Testing
import TicTacToe
import UCI

@Suite struct UCIEngineTests {
  // An engine that can be spoken to within an expectation.
  private final class Session {
    var engine: UCIEngine

    init(_ policy: any Policy = UniformPolicy.first) {
      engine = UCIEngine(
        policy: policy,
        levels: ["easy"],
        version: "1",
        seed: 1
      ) {
        MixedPolicy(name: $0, base: UniformPolicy.perfect, randomness: 0.5)
      }
    }

    var position: Position { engine.position }

    func answer(_ line: String) -> [String]? { engine.answer(line) }
  }

  private func engine() -> Session { Session() }

  @Test func `it introduces itself with the variant`() throws {
    let engine = engine()
    let lines = try #require(engine.answer("uci"))
    #expect(lines.first == "id name Noughts 1")
    #expect(
      lines.contains(
        "option name UCI_Variant type combo default tictactoe var tictactoe"
      )
    )
    #expect(lines.last == "uciok")
    #expect(engine.answer("isready") == ["readyok"])
    #expect(engine.answer("quit") == nil)
  }

  @Test func `it moves in the position that was set`() throws {
    let engine = engine()
    #expect(engine.answer("position startpos moves P@a1 P@b2") == [])
    #expect(
      engine.answer("go depth 9") == [
        "info depth 1 nodes 1 pv P@b1",
        "info string P@b1 100.0% P@c1 0.0% P@a2 0.0% P@c2 0.0% P@a3 0.0% "
          + "P@b3 0.0% P@c3 0.0%",
        "bestmove P@b1",
      ]
    )
    #expect(
      engine.answer("d") == [
        ".../.O./X..",
        "Fen: 3/1p1/P2[PPPPppp] w - - 0 2",
      ]
    )
    _ = engine.answer("ucinewgame")
    #expect(engine.position == Position())
  }

  @Test func `a game that is over has no move`() {
    let engine = engine()
    _ = engine.answer("position fen PPP/pp1/3 b - - 0 3")
    #expect(engine.answer("go") == ["bestmove (none)"])
  }

  @Test(arguments: [
    "", "   ", "nonsense", "position", "position fen", "position here",
    "position startpos moves P@a1 P@a1", "position startpos moves a1",
    "position fen 9/9/9 w", "setoption", "setoption name Level value none",
    "setoption name Temperature value -1", "stop", "ponderhit", "moves",
  ])
  func `a bad line changes nothing`(line: String) {
    let engine = engine()
    _ = engine.answer("position startpos moves P@b2")
    let before = engine.position
    #expect(engine.answer(line) == [])
    #expect(engine.position == before)
    #expect(engine.answer("go")?.last == "bestmove P@a1")
  }

  @Test(arguments: [0, 30, 100, 1000])
  func `it draws its moves as often as it prints`(hundredths: Int) throws {
    var weights = Network(sizes: [18, 9])
    for square in 0..<9 {
      weights.parameters[weights.parameters.count - 9 + square] =
        0.22 * Float(square)
    }
    let network = NetworkPolicy(
      name: "n",
      encoding: .planes(),
      network: weights
    )
    let session = Session(network)
    func shares(at temperature: Float) -> [Float] {
      TemperedPolicy(network, temperature: temperature)
        .probabilities(in: Position().playing(Square(0)))
    }
    let expected = shares(at: Float(hundredths) / 100)
    // Those of any other temperature would be told apart.
    for other in [0, 30, 100, 1000] where other != hundredths {
      let others = zip(expected, shares(at: Float(other) / 100))
      #expect(others.contains { abs($0 - $1) > 0.1 }, "\(other)")
    }
    _ = session.answer("setoption name Temperature value \(hundredths)")
    _ = session.answer("position startpos moves P@a1")
    var counts: [Substring: Double] = [:]
    var printed: Set<String> = []
    for _ in 0..<2_500 {
      let lines = try #require(session.answer("go"))
      counts[lines[2].dropFirst("bestmove ".count), default: 0] += 1
      printed.insert(lines[1])
    }
    #expect(printed.count == 1)
    let words = try #require(printed.first).split(separator: " ").dropFirst(2)
    #expect(words.count == 16)
    for (move, share) in zip(words, words.dropFirst())
    where move.hasPrefix("P@") {
      let percent = try #require(Double(share.dropLast()))
      // Five standard deviations of a share, and what printing rounds.
      let tolerance = hundredths == 0 ? 1e-9 : 5
      #expect(abs(counts[move, default: 0] / 25 - percent) < tolerance)
      let square = try Rules.ticTacToe.square(named: String(move.dropFirst(2)))
      #expect(abs(100 * Double(expected[square.index]) - percent) < 0.06)
    }
    #expect(counts.count == (hundredths == 0 ? 1 : 8))
  }

  @Test func `levels are options, and draw by the seed`() {
    func moves() -> [String?] {
      let engine = engine()
      _ = engine.answer("setoption name Level value easy")
      return (0..<20).map { _ in engine.answer("go")?.last }
    }
    #expect(moves() == moves())
    #expect(Set(moves()).count > 1)
  }

  @Test func `the player it began with is an option too`() {
    let engine = engine()
    _ = engine.answer("setoption name Level value easy")
    _ = engine.answer("setoption name Level value first")
    #expect(engine.answer("go")?.last == "bestmove P@a1")
  }
}
