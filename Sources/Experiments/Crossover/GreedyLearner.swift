internal import NeuralNetwork
internal import Players
internal import Training

/// What learns from games and can be asked for its moves.
protocol GreedyLearner {
  var games: Int { get }

  /// The player that it has become, greedy.
  var player: any Policy { get }

  var parameterCount: Int { get }

  /// The bytes by which its parameters are found: two bitboards a position.
  var keyBytes: Int { get }

  mutating func update() throws(Divergence)
}

extension PolicyGradient: GreedyLearner {
  var player: any Policy { TemperedPolicy(policy) }
  var parameterCount: Int { policy.moveNetwork.parameters.count }
  var keyBytes: Int { 0 }
}

extension TablePlayer: GreedyLearner {
  var player: any Policy { self }
  var keyBytes: Int { 16 * positionCount }
}
