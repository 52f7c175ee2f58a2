import Testing
import TicTacToe

@Suite struct SymmetryClassesTests {
  private let classes = SymmetryClasses.ticTacToe

  @Test func `627 classes of decisions, 765 of positions`() {
    #expect(classes.representatives.count == 627)
    let all = Set(
      ReferenceGame.all.map { game, _ in
        ReferenceGame.symmetries.map { game.image(under: $0).text }.min()
      }
    )
    #expect(all.count == 765)
    let canonical = Set(
      StateSpace.ticTacToe.positions.map {
        SymmetryGroup.ticTacToe.canonical($0).position
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
      let canonical = SymmetryGroup.ticTacToe.canonical(position).position
      let hasRow = game.outcome == nil && canonical == position
      #expect((classes.row(of: position) != nil) == hasRow)
      #expect((classes.row(of: canonical) != nil) == (game.outcome == nil))
    }
  }

  @Test func `every decision knows its class and how to get there`() {
    let space = StateSpace.ticTacToe
    for (number, position) in space.positions.enumerated() {
      let canonical = SymmetryGroup.ticTacToe.canonical(position)
      let view = classes.view(of: number)
      #expect((view == nil) == (space.outcomes[number] != nil))
      guard let view else { continue }
      #expect(classes.representatives[view.row] == canonical.position)
      #expect(view.symmetry == canonical.symmetry)
    }
  }

  @Test func `a board that is not square has classes under 4`() throws {
    let rules = try Rules(columns: 3, rows: 2, inARow: 3)
    let space = StateSpace(rules)
    let group = SymmetryGroup(rules)
    let classes = SymmetryClasses(of: space, under: group)
    for number in space.decisions {
      let canonical = group.canonical(space.positions[number]).position
      #expect(classes.row(of: canonical) != nil)
    }
    let first = space.decisions.filter { space.positions[$0].ply == 1 }
    #expect(first.count == 6)
    #expect(classes.representatives.count { $0.ply == 1 } == 2)
  }

  @Test func `symmetries of another board trap`() async {
    await #expect(processExitsWith: .failure) {
      let rules = try Rules(columns: 2, rows: 2, inARow: 2)
      _ = SymmetryClasses(of: .ticTacToe, under: SymmetryGroup(rules))
    }
  }
}
