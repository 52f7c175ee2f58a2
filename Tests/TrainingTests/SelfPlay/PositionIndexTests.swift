import Testing
import TicTacToe

@testable import Training

@Suite struct PositionIndexTests {
  private let positions = StateSpace.ticTacToe.positions

  @Test func `numbers are given in the order of meeting, each once`() {
    var index = PositionIndex()
    for (number, position) in positions.enumerated() {
      #expect(index.number(of: position) == nil)
      #expect(index.insert(position) == number)
      #expect(index.insert(position) == number)
    }
    #expect(index.positions == positions)
    for (number, position) in positions.enumerated() {
      #expect(index.number(of: position) == number)
    }
  }

  @Test func `emptied, it knows none and numbers anew`() {
    var index = PositionIndex()
    for position in positions { _ = index.insert(position) }
    index.removeAll()
    #expect(index.positions.isEmpty)
    #expect(positions.allSatisfy { index.number(of: $0) == nil })
    #expect(index.insert(positions[7]) == 0)
    #expect(index.insert(positions[3]) == 1)
  }
}
