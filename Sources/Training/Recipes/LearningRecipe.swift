internal import Checkpoints
internal import NeuralNetwork
package import Players
package import TicTacToe

/// The choices of one of the ways of learning, each with a default that works.
///
/// Only the recipes of this module can be run.
public protocol LearningRecipe: Sendable, Equatable {
  init()
}

/// A way of learning, as runs and commands need it.
package protocol LearningMethod: LearningRecipe {
  /// The name in commands and files.
  static var method: String { get }

  /// The heading of its options in the help.
  static var title: String { get }

  static var unit: BudgetUnit { get }

  /// The goal of a run unless told otherwise.
  static var goal: Goal { get }

  static var inputs: Set<RunOptions.Input> { get }

  /// Every choice as people write it, in the order in which commands name
  /// them.
  static var options: [RecipeOption<Self>] { get }

  /// The defaults that belong to the choices made: those of `init()`, unless a
  /// choice brings its own.
  var defaults: Self { get }

  /// The games or steps it may take.
  var budget: Int { get }

  /// The games or steps of one update.
  var perUpdate: Int { get }

  /// Games or steps between two exact evaluations.
  var evaluateEvery: Int { get set }

  /// Makes the choices that a run's inputs suggest, except those that a person
  /// has made.
  mutating func adapt(to options: RunOptions, isGiven: (String) -> Bool)

  /// The first option of a run that does not go together with these choices.
  func conflict(in options: RunOptions) -> RunOptions.Conflict?

  /// The options that differ from the defaults, as a command writes them.
  var words: [String] { get }

  /// Starts the learner of a run, which has no conflict.
  func learner(for options: RunOptions) -> any Learner
}

package enum BudgetUnit: String, Sendable {
  case games, steps

  func effort(_ count: Int) -> Provenance.Effort {
    self == .games ? .games(count) : .steps(count)
  }
}

extension LearningMethod {
  /// The goal if none is given: beyond 3×3 the strongest that is proven there.
  static func goal(on board: Board) -> Goal {
    board.scope == .graph || goal.isBudget ? goal : .unbeatable
  }

  package static var inputs: Set<RunOptions.Input> { [] }
  package var perUpdate: Int { 1 }
  package var defaults: Self { Self() }
  package var words: [String] { changedWords }

  package mutating func adapt(
    to options: RunOptions, isGiven: (String) -> Bool
  ) {}

  /// The default recipe by the method's name, then those of choices that decide
  /// defaults, each by its word.
  package static var defaultRecipes: [(name: String, recipe: Self)] {
    var recipes = [(name: method, recipe: Self())]
    for option in options where option.decidesDefaults {
      guard case .choice(let words, let get, let set) = option.kind else {
        continue
      }
      for word in words where word != get(Self()) {
        var recipe = Self()
        set(&recipe, word)
        recipes.append((word, recipe.defaults))
      }
    }
    return recipes
  }

  package static var optionNames: [String] { options.map(\.name) }

  /// Whether another recipe is of the same kind with the same choices.
  func isEqual(to other: any LearningMethod) -> Bool { other as? Self == self }
}

/// The choices of training one model by any optimizer.
package protocol ModelOptions: Sendable {
  var model: Model { get }
  var hidden: Int { get }

  /// Whether the network sees each position by its canonical image. A table
  /// always does.
  var isCanonical: Bool { get }

  var optimizer: OptimizerName { get }
  var learningRate: Float { get }
}

public enum Model: String, Sendable, CaseIterable {
  case network

  /// One row of logits for each canonical position: the control.
  case table
}

/// The rule that turns gradients into steps.
public enum OptimizerName: String, Sendable, CaseIterable {
  /// Kingma & Ba (2015).
  case adam

  /// Plain stochastic gradient descent.
  case sgd
}

extension ModelOptions {
  package func encoding(on board: Board) -> Encoding {
    model == .table
      ? .table(of: board.classes)
      : .planes(board.rules, isCanonical: isCanonical)
  }

  /// The network that learning starts from: random weights from the seed's
  /// first stream, or a table of zeros.
  func network(seed: UInt64, _ encoding: Encoding) -> Network {
    let (inputs, squares) = (encoding.inputCount, encoding.rules.squareCount)
    switch model {
    case .table: return Network(sizes: [inputs, squares], hasBiases: false)
    case .network:
      var rng = SeededGenerator(seed: seed)
      return Network(
        sizes: [inputs, hidden, squares], activeInputs: squares, using: &rng
      )
    }
  }

  func optimizer(for network: Network) -> any Optimizer {
    switch optimizer {
    case .sgd: SGD(learningRate: learningRate)
    case .adam:
      Adam(
        learningRate: learningRate, parameterCount: network.parameters.count
      )
    }
  }
}
