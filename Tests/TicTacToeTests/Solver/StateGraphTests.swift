import TestSupport
import Testing
import TicTacToe

@Suite struct StateGraphTests {
  private let space = Board.ticTacToe.states

  @Test func `5,478 positions are reached, 4,520 of them decisions`() {
    #expect(space.positions.count == 5_478)
    #expect(space.decisions.count == 4_520)
    #expect(ReferenceGame.all.count == 5_478)
    #expect(
      Set(space.positions) == Set(ReferenceGame.all.map(\.position))
    )
    let choices = space.decisions.count {
      space.positions[$0].legalMoves.count > 1
    }
    #expect(choices == 4_298)
  }

  @Test func `decisions by ply are 1 9 72 252 756 1140 1372 696 222`() {
    var counts = [Int](repeating: 0, count: 9)
    for number in space.decisions { counts[space.positions[number].ply] += 1 }
    #expect(counts == [1, 9, 72, 252, 756, 1_140, 1_372, 696, 222])
  }

  @Test func `958 final positions are won or drawn as counted by others`() {
    var counts: [Outcome: Int] = [:]
    for outcome in space.outcomes.compactMap(\.self) {
      counts[outcome, default: 0] += 1
    }
    #expect(counts == [.win(.x): 626, .win(.o): 316, .draw: 16])
  }

  @Test func `positions ascend by ply, then by mover, then by opponent`() {
    let keys = space.positions.map {
      ($0.ply, $0.mover.rawValue, $0.opponent.rawValue)
    }
    #expect(zip(keys, keys.dropFirst()).allSatisfy(<))
  }

  @Test func `numbers, outcomes and successors agree with play`() {
    for (game, position) in ReferenceGame.all {
      guard let number = space.node(of: position) else {
        Issue.record("no number for \(game.text)")
        continue
      }
      #expect(space.positions[number] == position)
      #expect(space.outcomes[number] == game.outcome)
      for square in 0..<9 {
        let next = space.successor(of: number, after: Square(square))
        let expected =
          game.moves.contains(square)
          ? space.node(of: position.playing(Square(square))) : nil
        #expect(next == expected)
        if let next { #expect(next > number) }
      }
    }
  }

  @Test func `edges are the legal moves, position by position`() {
    var end = 0
    for (number, position) in space.positions.enumerated() {
      let edges = space.edges(of: number)
      #expect(edges.lowerBound == end)
      end = edges.upperBound
      #expect(edges.map(space.move) == Array(position.legalMoves))
      for edge in edges {
        let next = position.playing(space.move(along: edge))
        #expect(space.positions[Int(space.successors[edge])] == next)
      }
    }
    #expect(end == 16_167)
    #expect(space.successors.count == 16_167)
  }

  @Test func `plies part the numbers by moves made`() {
    #expect(space.plies.count == 10)
    #expect(space.plies.flatMap(Array.init) == Array(0..<5_478))
    for (ply, numbers) in space.plies.enumerated() {
      #expect(numbers.allSatisfy { space.positions[$0].ply == ply })
    }
  }

  @Test func `no move off the board leads anywhere`() {
    for number in [0, 1, 5_477] {
      for square in [-1, 9, 10, Int.max, Int.min] {
        #expect(space.successor(of: number, after: Square(square)) == nil)
      }
    }
  }

  @Test func `a position out of reach has no node`() throws {
    let other = Position(rules: try Rules(columns: 4, rows: 3, inARow: 3))
    #expect(space.node(of: other) == nil)
    let stones = Bitboard(Square(0), in: .ticTacToe)
    #expect(
      space.node(
        of: Position(rules: .ticTacToe, mover: stones, opponent: [])
      ) == nil
    )
  }

  @Test func `the least boards have the positions counted by hand`() throws {
    let point = StateGraph(of: try Rules(columns: 1, rows: 1, inARow: 1))
    #expect(point.positions.count == 2)
    #expect(point.outcomes == [nil, .win(.x)])
    // Two in a row on 2×2: X wins by its second move, whatever happens.
    let square = StateGraph(of: try Rules(columns: 2, rows: 2, inARow: 2))
    #expect(square.positions.count == 1 + 4 + 12 + 12)
    #expect(square.decisions.count == 1 + 4 + 12)
  }

  @Test func `765 classes stand for 5,478 positions, 627 for 4,520 decisions`()
  {
    let classes = Board.ticTacToe.classes
    #expect(classes.outcomes.count == 765)
    #expect(classes.multiplicities.reduce(0, +) == 5_478)
    #expect(classes.decisions.count == 627)
    #expect(classes.decisionCount == 4_520)
    #expect(space.decisionCount == 4_520)
    #expect(space.multiplicities.allSatisfy { $0 == 1 })
    var images: [Int: Int] = [:]
    for position in space.positions {
      guard let node = classes.node(of: position) else {
        Issue.record("no class for \(position.text)")
        continue
      }
      images[node, default: 0] += 1
    }
    for node in classes.outcomes.indices {
      #expect(images[node] == classes.multiplicities[node])
    }
  }

  @Test func `an edge's symmetry takes the position after it to its class`() {
    let classes = Board.ticTacToe.classes
    var edges = 0
    for node in classes.outcomes.indices {
      for edge in classes.edges(of: node) {
        let next = classes.positions[node].playing(classes.move(along: edge))
        let symmetry = Int(classes.symmetries[edge])
        let image = classes.group.image(of: next, under: symmetry)
        #expect(image == classes.positions[classes.successor(along: edge)])
        edges += 1
      }
    }
    #expect(edges == classes.successors.count)
    #expect(space.symmetries.allSatisfy { $0 == 0 })
  }

  @Test(arguments: [(3, 2, 3), (4, 2, 3), (2, 2, 2), (1, 4, 2)])
  func `classes of other boards stand for all their positions`(
    columns: Int,
    rows: Int,
    inARow: Int
  ) throws {
    let rules = try Rules(columns: columns, rows: rows, inARow: inARow)
    let classes = StateGraph(rules, under: SymmetryGroup(rules))
    let states = StateGraph(of: rules)
    #expect(classes.multiplicities.reduce(0, +) == states.outcomes.count)
    #expect(classes.decisionCount == states.decisions.count)
    #expect(classes.outcomes.count < states.outcomes.count)
  }

  @Test func `symmetries of another board trap`() async {
    let result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      let rules = try Rules(columns: 2, rows: 2, inARow: 2)
      _ = StateGraph(.ticTacToe, under: SymmetryGroup(rules))
    }
    #expect(result.message.contains("under the symmetries of"))
  }

  @Test func `every node knows its canonical image and how to get there`() {
    let group = Board.ticTacToe.group
    for graph in [space, Board.ticTacToe.classes] {
      for (node, position) in graph.positions.enumerated() {
        let canonical = group.canonical(position)
        let image = graph.positions[Int(graph.canonicalNodes[node])]
        #expect(image == canonical.position)
        #expect(Int(graph.canonicalSymmetries[node]) == canonical.symmetry)
      }
    }
  }
}
