import TestSupport
import Testing
import TicTacToe

@Suite struct SolutionTests {
  private let solution = Board.ticTacToe.solution

  @Test func `edges are optimal that lead to optimal moves`() {
    for number in solution.graph.positions.indices {
      for edge in solution.graph.edges(of: number) {
        let move = solution.graph.move(along: edge)
        #expect(
          solution.isOptimal[edge]
            == solution.optimalMoves[number].contains(move, in: .ticTacToe)
        )
      }
    }
  }

  @Test func `every value and optimal move is the reference's`() {
    for (game, position) in ReferenceGame.all {
      guard let number = solution.graph.node(of: position) else {
        Issue.record("no number for \(game.text)")
        continue
      }
      #expect(solution.values[number] == ReferenceGame.values[game])
      let optimal = solution.optimalMoves[number]
      #expect(optimal.squares(in: .ticTacToe).map(\.index) == game.bestMoves)
      #expect(optimal.isEmpty == (game.outcome != nil))
    }
  }

  @Test func `the empty board is a draw, and every opening keeps it`() {
    #expect(solution.values[0] == 0)
    #expect(solution.optimalMoves[0] == Bitboard.full(in: .ticTacToe))
  }

  @Test func `2,836 decisions are won, 1,052 drawn, 632 lost`() {
    let values = solution.graph.decisions.map { solution.values[$0] }
    #expect(values.count { $0 == 1 } == 2_836)
    #expect(values.count { $0 == 0 } == 1_052)
    #expect(values.count { $0 == -1 } == 632)
  }

  @Test func `3,191 positions are critical, by 7,304 bad moves`() {
    let bad = solution.graph.decisions.map {
      solution.graph.positions[$0].empty
        .subtracting(solution.optimalMoves[$0]).count
    }
    #expect(bad.count { $0 > 0 } == 3_191)
    #expect(bad.reduce(0, +) == 7_304)
  }

  @Test(arguments: [
    (1, 1, 1, 1), (2, 2, 2, 1), (4, 1, 2, 1), (4, 2, 3, 0), (2, 4, 3, 0),
    (3, 2, 2, 1), (1, 5, 5, 0),
  ])
  func `other boards are worth what they are`(
    columns: Int,
    rows: Int,
    inARow: Int,
    value: Int
  ) throws {
    let rules = try Rules(columns: columns, rows: rows, inARow: inARow)
    let solution = Solution(of: StateGraph(of: rules))
    #expect(solution.values[0] == value)
  }

  @Test func `every distance is that of the reference`() throws {
    // Minimax over scores that are worth less the later they come.
    var scores: [ReferenceGame: Int] = [:]
    for (game, _) in ReferenceGame.all.reversed() {
      scores[game] =
        game.winner != nil
        ? game.ply - 10
        : game.moves.compactMap { scores[game.playing($0)] }.map { -$0 }.max()
          ?? 0
    }
    for (game, position) in ReferenceGame.all {
      let number = try #require(solution.graph.node(of: position))
      let score = try #require(scores[game])
      // A draw lasts until the board is full.
      let end = score == 0 ? 9 : 10 - abs(score)
      #expect(solution.distances[number] == end - game.ply, "\(game.text)")
      let soundest = solution.soundestMoves(of: number).squares(in: .ticTacToe)
      let best = game.moves.filter { scores[game.playing($0)] == -score }
      #expect(soundest.map(\.index) == best, "\(game.text)")
    }
  }

  @Test func `the game is over at once where the line is complete`() throws {
    let rules = try Rules(columns: 2, rows: 2, inARow: 2)
    #expect(Solution(of: StateGraph(of: rules)).distances[0] == 3)
  }

  @Test func `a class has the value, distance and moves of its positions`() {
    let board = Board.ticTacToe
    let classes = board.classSolution
    for (number, position) in board.states.positions.enumerated() {
      guard let node = board.classes.node(of: position) else {
        Issue.record("no class for \(position.text)")
        continue
      }
      #expect(classes.values[node] == solution.values[number])
      #expect(classes.distances[node] == solution.distances[number])
      let symmetry = board.group.canonical(position).symmetry
      for (moves, own) in [
        (classes.optimalMoves[node], solution.optimalMoves[number]),
        (classes.soundestMoves(of: node), solution.soundestMoves(of: number)),
      ] {
        #expect(moves == board.group.image(of: own, under: symmetry))
      }
    }
  }
}
