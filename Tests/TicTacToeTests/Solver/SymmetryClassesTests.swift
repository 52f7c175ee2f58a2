import Testing
import TicTacToe

@Suite struct SymmetryClassesTests {
  @Test func `representatives ascend, are canonical and know their row`() {
    let classes = SymmetryClasses.ticTacToe
    let group = SymmetryGroup.ticTacToe
    for (row, position) in classes.representatives.enumerated() {
      #expect(classes.row(of: position) == row)
      #expect(group.canonical(position).position == position)
      if row > 0 {
        #expect(classes.representatives[row - 1].precedes(position))
      }
    }
    let corner = Position().playing(Square(8))
    #expect(classes.row(of: corner) == nil)
  }
}
