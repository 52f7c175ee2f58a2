import Testing
import TicTacToe

@Suite struct SymmetryGroupTests {
  private let group = SymmetryGroup.ticTacToe

  private func dense(_ board: Bitboard) -> Int {
    board.squares(in: .ticTacToe).reduce(0) { $0 | 1 << $1.index }
  }

  @Test func `symmetries are numbered: turns, then mirrored turns`() {
    let a1 = Square(0)
    let b1 = Square(1)
    let corners = (0..<8).map { group.image(of: a1, under: $0).index }
    let edges = (0..<8).map { group.image(of: b1, under: $0).index }
    #expect(corners == [0, 2, 8, 6, 2, 8, 6, 0])
    #expect(edges == [1, 5, 7, 3, 1, 5, 7, 3])
  }

  @Test func `every symmetry keeps lines, outcomes and inverses`() {
    for position in StateSpace.ticTacToe.positions {
      for number in 0..<8 {
        let image = group.image(of: position, under: number)
        #expect(image.outcome == position.outcome)
        #expect(
          (0..<8).contains { group.image(of: image, under: $0) == position }
        )
      }
    }
  }

  @Test func `canonical is the least image by squares, lowest number`() {
    for position in StateSpace.ticTacToe.positions {
      let pairs = (0..<8).map { number in
        let image = group.image(of: position, under: number)
        return (dense(image.mover), dense(image.opponent))
      }
      let least = pairs.min { $0 < $1 } ?? (0, 0)
      let canonical = group.canonical(position)
      #expect(dense(canonical.position.mover) == least.0)
      #expect(dense(canonical.position.opponent) == least.1)
      #expect(canonical.symmetry == pairs.firstIndex { $0 == least })
    }
  }

  @Test func `a board that is not square has four`() throws {
    let rules = try Rules(columns: 4, rows: 3, inARow: 3)
    let wide = SymmetryGroup(rules)
    #expect(wide.symmetries.count == 4)
    let images = (0..<4).map { wide.image(of: Square(0), under: $0).index }
    #expect(images == [0, 11, 3, 8])
  }
}
