internal import TicTacToe

/// The ways of learning: a new one is a folder with its learner and recipe, and
/// a line here.
package enum LearningMethods {
  /// Every recipe, the default first; an input alone chooses the first that
  /// learns from it.
  package static let all: [any LearningMethod.Type] = [
    PolicyGradient.Recipe.self,
    NegativeExamples.Recipe.self,
    Imitation.Recipe.self,
    GAIL.Recipe.self,
  ]

  package static let names = all.map { $0.method }

  package static func named(_ name: String) -> (any LearningMethod.Type)? {
    all.first { $0.method.isSame(as: name) }
  }

  package static func learning(
    from input: RunOptions.Input
  ) -> [any LearningMethod.Type] {
    all.filter { $0.inputs.contains(input) }
  }
}
