import Checkpoints
import TestSupport
import Testing

@testable import Training

@Suite struct RecipeOptionJSONTests {
  typealias Recipe = PolicyGradient.Recipe

  private static let later = [
    "negative-floor", "negative-anchor", "negative-steps",
    "negative-learning-rate", "negative-rounds", "rewards", "exploiter",
  ]

  private func members(
    _ change: (inout Recipe) -> Void = { _ in }
  ) -> [String: JSON] {
    var recipe = Recipe()
    change(&recipe)
    return Dictionary(
      uniqueKeysWithValues: recipe.members.map { ($0.key, $0.value) }
    )
  }

  @Test func `a file without a floor means that of older programs`() throws {
    let members = Recipe().members.filter {
      !RecipeOptionJSONTests.later.contains($0.key)
    }
    let read = try Recipe(JSONObject(members))
    #expect(read.negativeFloor == NegativeLoss.floor)
    #expect(Recipe().negativeFloor != NegativeLoss.floor)
    var expected = Recipe()
    expected.negativeFloor = NegativeLoss.floor
    #expect(read == expected)
    #expect(read.members == members)
  }

  @Test func `a floor is written unless it is that of older programs`() throws {
    #expect(members()["negative-floor"] == JSON(Float(0.2)))
    for floor in [Float(0.1), 0.2, 0.3] {
      var recipe = Recipe()
      recipe.negativeFloor = floor
      let keys = recipe.members.map(\.key)
      #expect(keys.contains("negative-floor") == (floor != 0.1))
      #expect(try Recipe(JSONObject(recipe.members)) == recipe)
    }
  }

  @Test func `what is later is written only if it is no default`() throws {
    let plain = members()
    for key in RecipeOptionJSONTests.later.dropFirst() {
      #expect(plain[key] == nil, "\(key)")
    }
    let changed = members {
      ($0.negativeAnchor, $0.negativeSteps) = (2, 11)
      ($0.negativeLearningRate, $0.negativeRounds) = (0.5, 13)
      ($0.rewards, $0.exploiter) = (.positive, 0.25)
    }
    #expect(changed["negative-anchor"] == JSON(Float(2)))
    #expect(changed["negative-steps"] == JSON(11))
    #expect(changed["negative-learning-rate"] == JSON(Float(0.5)))
    #expect(changed["negative-rounds"] == JSON(13))
    #expect(changed["rewards"] == JSON("positive"))
    #expect(changed["exploiter"] == JSON(Float(0.25)))
  }

  @Test(
    arguments: [
      { (_: inout Recipe) in }, { $0 = .allActions }, { $0.negatives = .none },
      { $0.negatives = .refutations }, { $0.negativeLoss = .ascent },
      { $0.negativeFloor = 0.1 }, { $0.negativeAnchor = 0 },
      { $0.negativeSteps = 1 }, { $0.negativeLearningRate = 1 },
      { $0.negativeRounds = 1 },
    ] as [@Sendable (inout Recipe) -> Void]
  )
  func `a recipe reads as it was written`(
    change: @Sendable (inout Recipe) -> Void
  ) throws {
    var recipe = Recipe()
    change(&recipe)
    #expect(try Recipe(JSONObject(recipe.members)) == recipe)
  }

  @Test(arguments: [
    ("negative-floor", 0), ("negative-floor", 1), ("negative-anchor", -1),
    ("negative-steps", 0), ("negative-rounds", 0), ("negative-rounds", 1001),
    ("negative-learning-rate", 0), ("negatives", 1),
  ])
  func `a file holds no choice that a command refuses`(
    key: String, value: Int
  ) throws {
    var members = Recipe().members.filter { $0.key != key }
    members.append(.init(key: key, value: JSON(value)))
    #expect { try Recipe(JSONObject(members)) } throws: {
      "\($0)".contains(key) && "\($0)".contains("expected")
    }
  }
}
