import Testing
import TicTacToe

@Suite struct StateSpaceTests {
  private let space = StateSpace.ticTacToe

  @Test func `5,478 positions, 4,520 of them decisions`() {
    #expect(space.positions.count == 5478)
    #expect(space.decisions.count == 4520)
    var byPly = [Int](repeating: 0, count: 9)
    for number in space.decisions { byPly[space.positions[number].ply] += 1 }
    #expect(byPly == [1, 9, 72, 252, 756, 1140, 1372, 696, 222])
  }

  @Test func `up to symmetry 765 positions, 627 decisions`() {
    let group = SymmetryGroup.ticTacToe
    let classes = Set(space.positions.map { group.canonical($0).position })
    #expect(classes.count == 765)
    #expect(SymmetryClasses.ticTacToe.representatives.count == 627)
  }

  @Test func `a move leads to the position it makes, at a higher number`() {
    for (number, position) in space.positions.enumerated() {
      #expect(space.number(of: position) == number)
      for square in (0..<9).map(Square.init) {
        var next = position
        do {
          try next.play(square)
          let successor = space.successor(of: number, after: square)
          #expect(successor.map { space.positions[$0] } == next)
          #expect(successor ?? 0 > number)
        } catch {
          #expect(space.successor(of: number, after: square) == nil)
          #expect(next == position)
        }
      }
    }
  }

  @Test func `boards beyond 3×3`() throws {
    let rules = try Rules(columns: 2, rows: 2, inARow: 2)
    let solution = Solution(of: StateSpace(rules))
    #expect(solution.values[0] == 1)
    let wide = try Rules(columns: 4, rows: 2, inARow: 3)
    #expect(Solution(of: StateSpace(wide)).values[0] == 0)
  }
}
