internal import NeuralNetwork
public import Players
internal import TicTacToe

/// The choices of one way of learning, each with a default that works.
public protocol LearningRecipe: Sendable, Equatable {
  /// Creates the default recipe.
  init()

  /// Every choice as people write it, in the order in which commands name
  /// them.
  static var options: [RecipeOption<Self>] { get }

  /// The units of the hidden layer.
  var hidden: Int { get set }

  /// Whether the network sees each position by its canonical image. A table
  /// always does.
  var isCanonical: Bool { get set }

  /// The learning rate at the start.
  var learningRate: Float { get set }
}

/// The choices of a way of learning that trains one model by any optimizer.
public protocol ModelRecipe: LearningRecipe {
  /// What is trained.
  var model: Model { get set }

  /// The rule that makes the steps.
  var optimizer: OptimizerName { get set }
}

/// What is trained.
public enum Model: String, Sendable, CaseIterable {
  /// A multilayer perceptron.
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

extension ModelRecipe {
  /// How the model sees a position.
  public var encoding: Encoding {
    model == .table ? .table : .planes(isCanonical: isCanonical)
  }

  /// The network that learning starts from: random weights from the seed's
  /// first stream, or a table of zeros.
  func network(seed: UInt64) -> Network {
    let inputs = encoding.inputCount
    let squares = encoding.rules.squareCount
    switch model {
    case .table: return Network(sizes: [inputs, squares], hasBiases: false)
    case .network:
      var rng = SeededGenerator(seed: seed)
      return Network(
        sizes: [inputs, hidden, squares],
        activeInputs: squares,
        using: &rng
      )
    }
  }

  /// The optimizer before its first step.
  func optimizer(for network: Network) -> any Optimizer {
    switch optimizer {
    case .sgd: SGD(learningRate: learningRate)
    case .adam:
      Adam(
        learningRate: learningRate,
        parameterCount: network.parameters.count
      )
    }
  }
}
