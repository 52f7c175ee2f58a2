import Testing

@testable import Experiments
@testable import Training

@Suite struct LabelAdversaryRecipesTests {
  @Test func `no two forms are the same recipe`() {
    let recipes = LabelAdversary.recipes.map { form in
      var recipe = AdversarialLearning.Recipe()
      form.change(&recipe)
      return recipe
    }
    for (place, recipe) in recipes.enumerated() {
      #expect(
        recipes.firstIndex(of: recipe) == place,
        "\(LabelAdversary.recipes[place].name)"
      )
    }
  }

  @Test func `an adversary that judges moves sees moves`() throws {
    let form = try #require(
      LabelAdversary.recipes.first { $0.name == "moves: drawn" }
    )
    var recipe = AdversarialLearning.Recipe()
    form.change(&recipe)
    #expect(recipe.answer == .sampledMove)
  }
}
