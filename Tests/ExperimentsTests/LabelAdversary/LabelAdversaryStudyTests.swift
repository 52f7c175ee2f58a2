import Testing
import Training

@testable import Experiments

@Suite struct LabelAdversaryStudyTests {
  @Test func `no two forms are the same recipe`() {
    let forms = LabelAdversaryStudy.Condition.allCases.filter { $0 != .order }
    let recipes = forms.map { LabelAdversaryStudy.recipe($0) }
    for (place, recipe) in recipes.enumerated() {
      #expect(recipes.firstIndex(of: recipe) == place, "\(forms[place])")
    }
  }

  @Test func `an adversary that judges moves sees moves`() {
    #expect(LabelAdversaryStudy.recipe(.sampledMove).answer == .sampledMove)
    #expect(LabelAdversaryStudy.recipe(.everyMove).answer == .everyMove)
  }

  @Test func `the essay's form saturates, five steps to one`() {
    let recipe = LabelAdversaryStudy.recipe(.essay)
    #expect(recipe.objective == .saturating && recipe.truth == .oneHot)
    #expect(recipe.discriminatorSteps == 5)
    #expect(recipe.smoothing == 0 && recipe.penalty == 0)
  }
}
