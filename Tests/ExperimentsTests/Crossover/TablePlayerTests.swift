import Evaluation
import Experiments
import Players
import TestSupport
import Testing
import TicTacToe
import Training

@Suite struct TablePlayerTests {
  // All actions without bad moves, the rates those of the study.
  private static func recipe(games: Int) -> PolicyGradient.Recipe {
    var recipe = PolicyGradient.Recipe.allActions.withoutNegatives
    recipe.games = games
    recipe.learningRate = 0.5
    recipe.finalLearningRate = 0.0125
    return recipe
  }

  private func player(
    after games: Int, of budget: Int? = nil, seed: UInt64 = 1,
    by choice: TablePlayer.Choice = .logits, memory: Int = 1 << 20,
    on board: Board = .ticTacToe
  ) -> TablePlayer {
    var player = TablePlayer(
      recipe: TablePlayerTests.recipe(games: budget ?? games), seed: seed,
      on: board, by: choice, memory: memory
    )
    while player.games < games { player.update() }
    return player
  }

  private func moves(_ player: TablePlayer) -> [Float] {
    PolicyTable(of: player).probabilities
  }

  @Test(arguments: [TablePlayer.Choice.logits, .values])
  func `it learns 3×3`(choice: TablePlayer.Choice) {
    let untaught = PolicyReport(of: player(after: 0, of: 16, by: choice))
    let taught = PolicyReport(
      of: player(after: 4000, of: 20_000, by: choice)
    )
    #expect(untaught.isDeterministic && taught.isDeterministic)
    #expect(untaught.misplayed > 4520 / 10)
    #expect(taught.misplayed < 4520 * 3 / 100, "\(taught.misplayed)")
  }

  @Test func `the same seed gives the same tables, another seed others`() {
    let table = player(after: 160)
    #expect(table.games == 160)
    #expect(moves(table) == moves(player(after: 160)))
    #expect(moves(table) != moves(player(after: 160, seed: 2)))
  }

  @Test func `what chooses the moves does not change what is learned`() {
    let logits = player(after: 160)
    let values = player(after: 160, by: .values)
    #expect(logits.positionCount == values.positionCount)
    #expect(logits.parameterCount == 9 * values.parameterCount)
    #expect(moves(logits) != moves(values))
  }

  @Test func `its rows keep within their memory`() {
    let free = player(after: 320)
    #expect(free.positionCount > 50)
    // 184 bytes a row.
    let bound = player(after: 320, memory: 50 * 184 + 100)
    #expect(bound.positionCount == 50)
    #expect(moves(bound) != moves(free))
    #expect(player(after: 320, memory: 0).positionCount == 0)
  }

  @Test func `nothing learned, values take a win and logits a square`() throws {
    let position = try Position("XX./OO./...")
    let values = player(after: 0, of: 16, by: .values)
    #expect(values.probabilities(in: position) == [0, 0, 0, 0, 0, 0, 0, 0, 1])
    let over = try Position("XXX/OO./...")
    #expect(values.probabilities(in: over).allSatisfy { $0 == 0 })
  }

  @Test(arguments: [TablePlayer.Choice.logits, .values])
  func `it plays images alike`(choice: TablePlayer.Choice) {
    let player = player(after: 160, of: 320, by: choice)
    let group = Board.ticTacToe.group
    func after(_ position: Position) -> Position? {
      position.greedyMove(by: player.probabilities(in: position)).map {
        group.canonical(position.playing($0)).position
      }
    }
    for position in Board.ticTacToe.states.decisionPositions {
      #expect(after(position) == after(group.canonical(position).position))
    }
  }

  @Test func `it plays on 4×4`() throws {
    let board = Board(try Rules(columns: 4, rows: 4, inARow: 4))
    let player = player(after: 64, on: board)
    #expect(player.parameterCount == 16 * player.positionCount)
    let proof = WalkProof(of: player, on: board)
    #expect(proof.verdict == .beatable)
  }
}
