import TestSupport
import Testing
import TicTacToe

@testable import Training

@Suite struct RecipeTests {
  private func adapted(
    _ board: String, given: Set<String> = [],
    _ change: (inout PolicyGradient.Recipe) -> Void = { _ in }
  ) throws -> PolicyGradient.Recipe {
    var recipe = PolicyGradient.Recipe()
    change(&recipe)
    let options = RunOptions(
      seed: 1, on: Board(try Rules(board)), recipe: recipe
    )
    recipe.adapt(to: options, isGiven: given.contains)
    return recipe
  }

  @Test func `3×3 keeps the defaults`() throws {
    #expect(try adapted("3x3") == PolicyGradient.Recipe())
  }

  @Test func `beyond 3×3 the network says what a position is worth`() throws {
    let recipe = try adapted("4x4")
    #expect(recipe.estimator == .sampled && recipe.baseline == .value)
    #expect(recipe.games == 40_000 && recipe.hidden == 128)
  }

  @Test func `beyond 16 squares it learns from all actions`() throws {
    let recipe = try adapted("5x5:4")
    #expect(recipe.estimator == .allActions && recipe.baseline == .value)
    #expect(recipe.games == 200_000 && recipe.hidden == 256)
    // The command that makes it again says so.
    #expect(recipe.words.joined(separator: " ").contains("--actions all"))
  }

  @Test func `what a person has chosen stays`() throws {
    let given = try adapted("5x5:4", given: ["actions", "hidden", "games"]) {
      ($0.hidden, $0.games) = (32, 500)
    }
    #expect(given.estimator == .sampled)
    #expect(given.hidden == 32 && given.games == 500)
  }

  @Test(arguments: [0, 1, 9_999])
  func `after few games refutations are unlearned further`(games: Int) throws {
    let brief = try adapted("4x4", given: ["games"]) { $0.games = games }
    #expect(brief.games == games && brief.negativeRounds == 1000)
    let long = try adapted("4x4", given: ["games"]) { $0.games = 10_000 }
    #expect(brief.negativeFloor < long.negativeFloor)
  }
}
