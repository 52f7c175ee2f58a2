import TestSupport
import Testing
import TicTacToe

@Suite struct PositionIndexTests {
  private let positions = ReferenceGame.all.map(\.position)

  @Test func `every position is found at its place`() {
    let index = PositionIndex(positions)
    #expect(index.positions == positions)
    for (place, position) in positions.enumerated() {
      #expect(index.place(of: position) == place)
    }
  }

  @Test func `inserted twice, a position is there once`() {
    var index = PositionIndex()
    for _ in 0..<2 {
      for (place, position) in positions.enumerated() {
        #expect(index.insert(position) == place)
      }
    }
    #expect(index.positions == positions)
  }

  @Test func `what was not inserted is not found`() throws {
    let index = PositionIndex(Array(positions.prefix(1_000)))
    for position in positions.dropFirst(1_000) {
      #expect(index.place(of: position) == nil)
    }
    #expect(PositionIndex().place(of: Position()) == nil)
    let other = Position(rules: try Rules(columns: 3, rows: 3, inARow: 2))
    #expect(index.place(of: other) == nil, "the same stones, other rules")
  }
}
