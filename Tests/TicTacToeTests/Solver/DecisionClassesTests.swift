import TestSupport
import Testing
import TicTacToe

@Suite struct DecisionClassesTests {
  private let classes = Board.ticTacToe.decisionClasses

  @Test func `627 classes of decisions, 765 of positions`() {
    #expect(classes.representatives.count == 627)
    let all = Set(
      ReferenceGame.all.map { game, _ in
        ReferenceGame.symmetries.map { game.image(under: $0).text }.min()
      }
    )
    #expect(all.count == 765)
    let canonical = Set(
      Board.ticTacToe.states.positions.map {
        Board.ticTacToe.group.canonical($0).position
      }
    )
    #expect(canonical.count == 765)
  }

  @Test func `representatives ascend and know their rows`() {
    let keys = classes.representatives.map {
      ($0.mover.rawValue, $0.opponent.rawValue)
    }
    #expect(zip(keys, keys.dropFirst()).allSatisfy(<))
    for (row, position) in classes.representatives.enumerated() {
      #expect(classes.row(of: position) == row)
    }
  }

  @Test func `only canonical decisions have a row`() {
    for (game, position) in ReferenceGame.all {
      let canonical = Board.ticTacToe.group.canonical(position).position
      let hasRow = game.outcome == nil && canonical == position
      #expect((classes.row(of: position) != nil) == hasRow)
      #expect((classes.row(of: canonical) != nil) == (game.outcome == nil))
    }
  }
}
