import TestSupport
import Testing
import TicTacToe

@Suite struct SymmetryGroupTests {
  private let group = Board.ticTacToe.group

  @Test func `every image of every position is the reference's`() {
    var positions: [ReferenceGame: Position] = [:]
    for (game, position) in ReferenceGame.all { positions[game] = position }
    for (game, position) in ReferenceGame.all {
      for (number, permutation) in ReferenceGame.symmetries.enumerated() {
        let image = group.image(of: position, under: number)
        #expect(image == positions[game.image(under: permutation)])
      }
    }
  }

  @Test func `symmetries keep outcome, moves and value`() {
    let solution = Board.ticTacToe.solution
    for (number, position) in solution.graph.positions.enumerated() {
      for symmetry in 0..<8 {
        let image = group.image(of: position, under: symmetry)
        #expect(image.outcome == position.outcome)
        #expect(
          image.legalMoves.map(\.index)
            == position.legalMoves.map {
              group.image(of: $0, under: symmetry).index
            }.sorted()
        )
        guard let other = solution.graph.node(of: image) else {
          Issue.record("\(image.text) is out of reach")
          continue
        }
        #expect(solution.values[other] == solution.values[number])
        #expect(
          solution.optimalMoves[other]
            == group.image(of: solution.optimalMoves[number], under: symmetry)
        )
      }
    }
  }

  @Test func `lines go to lines`() {
    let lines = Set(ReferenceGame.lines.map(Set.init))
    for number in group.symmetries.indices {
      for line in lines {
        let image = line.map {
          group.image(of: Square($0), under: number).index
        }
        #expect(lines.contains(Set(image)))
      }
    }
  }

  @Test(arguments: [(3, 3), (4, 3), (7, 7), (1, 32), (63, 1)])
  func `inverses undo`(columns: Int, rows: Int) throws {
    let rules = try Rules(columns: columns, rows: rows, inARow: 1)
    let group = SymmetryGroup(rules)
    for number in group.symmetries.indices {
      for square in (0..<rules.squareCount).map(Square.init) {
        let image = group.image(of: square, under: number)
        let back = group.image(of: image, under: group.inverse(of: number))
        #expect(back == square)
      }
    }
  }

  @Test(arguments: [(3, 3), (4, 3), (4, 4), (2, 5)])
  func `they form a group`(columns: Int, rows: Int) throws {
    let rules = try Rules(columns: columns, rows: rows, inARow: 2)
    let group = SymmetryGroup(rules)
    let board = (0..<rules.squareCount).map(Square.init)
    let images = group.symmetries.indices.map { number in
      board.map { group.image(of: $0, under: number) }
    }
    #expect(images.count == (columns == rows ? 8 : 4))
    #expect(Set(images).count == images.count, "all are different")
    #expect(images[0] == board)
    for first in images {
      #expect(Set(first) == Set(board))
      let products = images.map { second in first.map { second[$0.index] } }
      #expect(Set(products) == Set(images), "closed, and a division")
      #expect(products.contains(board), "an inverse")
    }
  }

  @Test func `the canonical image is the least, by the lowest number`() {
    for (game, position) in ReferenceGame.all {
      var least = (key: game.key, symmetry: 0)
      for (number, permutation) in ReferenceGame.symmetries.enumerated() {
        let key = game.image(under: permutation).key
        if key.lexicographicallyPrecedes(least.key) { least = (key, number) }
      }
      let canonical = group.canonical(position)
      #expect(canonical.symmetry == least.symmetry)
      #expect(
        canonical.position == group.image(of: position, under: least.symmetry)
      )
    }
  }

  @Test func `a class has one canonical image`() {
    for (_, position) in ReferenceGame.all {
      let canonical = group.canonical(position).position
      for number in 0..<8 {
        let image = group.image(of: position, under: number)
        #expect(group.canonical(image).position == canonical)
      }
      #expect(group.canonical(canonical).symmetry == 0)
    }
  }

  @Test(arguments: [(7, 6), (7, 8), (6, 6), (1, 32), (63, 1)])
  func `sets of squares go square by square`(columns: Int, rows: Int) throws {
    let rules = try Rules(columns: columns, rows: rows, inARow: 1)
    let group = SymmetryGroup(rules)
    var rng = SplitMix64(state: 1)
    for _ in 0..<200 {
      let full = Bitboard.full(in: rules)
      let set = Bitboard(rawValue: rng.next()).intersection(full)
      for number in group.symmetries.indices {
        let image = group.image(of: set, under: number)
        #expect(
          image.squares(in: rules).map(\.self)
            == set.squares(in: rules).map {
              group.image(of: $0, under: number)
            }.sorted()
        )
      }
    }
  }

  @Test func `precedence is by the mover's bits first`() {
    func position(_ mover: UInt64, _ opponent: UInt64) -> Position {
      Position(
        rules: .ticTacToe,
        mover: Bitboard(rawValue: mover),
        opponent: Bitboard(rawValue: opponent)
      )
    }
    #expect(position(1, 6).isOrderedBefore(position(2, 1)))
    #expect(!position(2, 1).isOrderedBefore(position(1, 6)))
    #expect(position(1, 2).isOrderedBefore(position(1, 4)))
    #expect(!position(1, 2).isOrderedBefore(position(1, 2)))
  }

  @Test func `a position of another board traps`() async {
    var result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      let rules = try Rules(columns: 4, rows: 3, inARow: 3)
      _ = Board.ticTacToe.group.image(of: Position(rules: rules), under: 0)
    }
    #expect(result.message.contains("among the symmetries of"))
    result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      let rules = try Rules(columns: 3, rows: 3, inARow: 2)
      _ = Board.ticTacToe.group.canonical(Position(rules: rules))
    }
    #expect(result.message.contains("among the symmetries of"))
  }

  @Test func `a square off the board traps`() async {
    var result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = Board.ticTacToe.group.image(of: Square(9), under: 0)
    }
    #expect(result.message.contains("square 9 on a board of 9 squares"))
    result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = Board.ticTacToe.group.image(of: Square(-1), under: 1)
    }
    #expect(result.message.contains("square -1 on a board of 9 squares"))
  }
}
