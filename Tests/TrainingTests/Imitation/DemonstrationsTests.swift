import Evaluation
import Players
import TestSupport
import Testing
import TicTacToe
import Training

@Suite struct DemonstrationsTests {
  private let game = [4, 0, 8, 2, 1].map { Square($0) }

  private func lines(_ moves: Demonstrations) -> [String] {
    moves.entries.map {
      "\($0.position.text) \($0.position.rules.name(of: $0.move)) \($0.count)"
    }
  }

  @Test func `a teacher is seen everywhere, by its probabilities`() throws {
    let teacher = UniformPolicy.optimal(on: .ticTacToe)
    let moves = Demonstrations(teacher: teacher, on: .ticTacToe)
    #expect(abs(moves.moves - 4520 * 1_000_000) < 4520 * 9)
    let solution = Board.ticTacToe.solution
    let seen = moves.entries
    #expect(Set(seen.map(\.position)).count == 4520)
    for entry in seen {
      let number = try #require(solution.graph.node(of: entry.position))
      let optimal = solution.optimalMoves[number]
      #expect(optimal.contains(entry.move, in: .ticTacToe))
      #expect(abs(entry.count - 1_000_000 / optimal.count) <= 1)
    }
  }

  @Test func `the moves of one side are seen, set ones are not`() {
    var moves = Demonstrations()
    moves.record(Array(game.dropFirst(2)), after: Array(game.prefix(2)), of: .x)
    #expect(moves.moves == 2)
    #expect(lines(moves) == [".../.X./O.. c3 1", "..X/.X./O.O b1 1"])
  }

  @Test func `moves seen again are counted`() {
    var moves = Demonstrations()
    moves.record(game)
    moves.record(game)
    moves.add(Square(0), in: Position(), count: 3)
    #expect(moves.moves == 13)
    #expect(lines(moves).prefix(2) == [".../.../... a1 3", ".../.../... b2 2"])
  }

  @Test func `an illegal move traps`() async {
    let result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      var moves = Demonstrations()
      moves.add(Square(0), in: Position().playing(Square(0)))
    }
    #expect(errors(result).contains("1 times the move to square 0 in "))
  }

  @Test func `no move at all traps`() async {
    let result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      var moves = Demonstrations()
      moves.add(Square(0), in: Position(), count: 0)
    }
    #expect(errors(result).contains("0 times the move to square 0 in "))
  }
}

@Suite struct WatchedGamesTests {
  private let perfect = PolicyTable(of: UniformPolicy.perfect)

  @Test func `more games show more of the same`() {
    let few = Demonstrations(of: perfect, games: 20, seed: 3)
    let many = Demonstrations(of: perfect, games: 40, seed: 3)
    #expect(few == Demonstrations(of: perfect, games: 20, seed: 3))
    #expect(few.moves == 180, "perfect players fill the board")
    #expect(many.moves == 360)
    let counts = Dictionary(
      uniqueKeysWithValues: many.entries.map {
        ("\($0.position) \($0.move)", $0.count)
      }
    )
    for entry in few.entries {
      #expect(counts["\(entry.position) \(entry.move)"] ?? 0 >= entry.count)
    }
  }

  @Test func `moves of a random opening are nobody's`() {
    let moves = Demonstrations(
      of: perfect,
      games: 200,
      openingPlies: 7,
      seed: 3
    )
    let solution = Board.ticTacToe.solution
    for entry in moves.entries {
      let number = solution.graph.node(of: entry.position) ?? -1
      #expect(
        solution.optimalMoves[number].contains(entry.move, in: .ticTacToe)
      )
    }
    #expect(moves.moves < 1800)
  }
}
