internal import Charts
internal import Evaluation
internal import NeuralNetwork
internal import Players
internal import TicTacToe
internal import Training

/// The study of inferring a stochastic player from games it plays with itself.
struct TuringStudy: Study {
  static let name = "turing"
  static let question =
    "Can a player be inferred by watching it, and how best?"
  let isQuick: Bool

  struct Condition: StudyCondition {
    let player: Hidden
    let games: Int
    let model: Model

    var options: KeyValuePairs<String, String> {
      [
        "player": player.rawValue, "games": "\(games)",
        "model": model.rawValue,
      ]
    }
  }

  /// A player to be inferred; its moves are drawn.
  enum Hidden: String, CaseIterable {
    /// Weighs the six features, with weights of the seed's own.
    case features

    /// Wins if it can, else blocks if it must, else anything; one move of five
    /// is random.
    case lookAhead = "look-ahead"

    /// Optimal moves mixed with random ones, as many as the level medium has.
    case mixed

    fileprivate func policy(seed: UInt64) -> any Policy {
      switch self {
      case .features:
        var rng = SeededGenerator(seed: seed, stream: 1 << 62)
        let typical: [Float] = [3, 2, 1, 1.5, 1, 0.5]
        return FeaturePolicy(
          name: rawValue, weights: typical.map { $0 * (0.5 + rng.nextUnit()) }
        )
      case .lookAhead:
        return MixedPolicy(
          name: rawValue,
          base: FeaturePolicy(name: "", weights: [40, 20, 0, 0, 0, 0]),
          randomness: 0.2
        )
      case .mixed:
        return MixedPolicy(
          name: rawValue, base: UniformPolicy.optimal(on: ticTacToe),
          randomness: Level.medium.mixture(on: ticTacToe).randomness
        )
      }
    }
  }

  /// The model fitted to the games, and how.
  enum Model: String, CaseIterable {
    /// Knows nothing: every legal move alike.
    case uniform

    /// A network, by cross-entropy to the moves watched.
    case network

    /// A network whose moves must pass for the player's before another that
    /// sees the board, in exact expectation over all its moves: Turing
    /// Learning.
    case networkTuring = "network-turing"

    /// Six weights, by cross-entropy.
    case features

    /// Six weights that must pass for the player before a discriminator of six:
    /// Turing Learning.
    case featuresTuring = "features-turing"
  }

  private var games: [Int] { isQuick ? [100] : [100, 1000, 10_000] }

  var conditions: [Condition] {
    Hidden.allCases.flatMap { player in
      games.flatMap { games in
        Model.allCases.map {
          Condition(player: player, games: games, model: $0)
        }
      }
    }
  }

  struct Figures: StudyFigures {
    var divergence, moves: Double?
  }

  var figures: [Figure<Figures>] {
    [
      .mean(
        "divergence", \.divergence, "nats a move from player to model"
      ),
      .mean("moves", \.moves, "moves watched"),
    ]
  }

  func measure(
    _ condition: Condition, seed: UInt64
  ) throws(Divergence) -> Figures {
    let truth = condition.player.policy(seed: seed).table
    let watched = Demonstrations(
      of: truth, on: ticTacToe, games: condition.games, seed: seed
    )
    let policy = try policy(condition.model, watched, seed: seed)
    return Figures(
      divergence: truth.relativeEntropy(of: policy.table),
      moves: Double(watched.moves)
    )
  }

  private func policy(
    _ model: Model, _ watched: Demonstrations, seed: UInt64
  ) throws(Divergence) -> any Policy {
    switch model {
    case .uniform: return UniformPolicy.random
    case .networkTuring:
      var recipe = AdversarialLearning.Recipe()
      recipe.answer = .everyMove
      recipe.isCanonical = true
      recipe.steps = isQuick ? 100 : 1000
      return try AdversarialLearning.taught(
        recipe, seed: seed, examples: watched.examples
      ).policy
    case .features: return FeaturePolicy(cloning: watched)
    case .featuresTuring: return FeaturePolicy(passingFor: watched)
    case .network:
      var recipe = Imitation.Recipe()
      recipe.target = .soft
      recipe.steps = isQuick ? 100 : 1000
      var learner = Imitation(
        recipe: recipe, seed: seed, on: ticTacToe, watched: watched
      )
      for _ in 0..<recipe.steps { try learner.update() }
      return learner.policy
    }
  }

  private static let comparisons: [(Model, Model)] = [
    (.networkTuring, .network), (.features, .network),
    (.featuresTuring, .features),
  ]

  func findings(_ summary: Summary<Self>) -> [String] {
    Hidden.allCases.flatMap { player in
      ["", "The player \(player.rawValue), in nats a move"]
        + summary.table(
          of: conditions.filter { $0.player == player },
          [\.divergence, \.moves]
        )
        + games.flatMap { games in
          TuringStudy.comparisons.compactMap { model, other in
            summary.comparison(
              \.divergence,
              Condition(player: player, games: games, model: model),
              minus: Condition(player: player, games: games, model: other),
              aim: .low
            ).map {
              "\(games) games, \(model.rawValue) minus \(other.rawValue): \($0)"
            }
          }
        }
    }
  }

  func charts(_ summary: Summary<Self>) -> [(name: String, svg: String)] {
    Hidden.allCases.map { player in
      let series = Model.allCases.map { model in
        LineChart.Series(
          model.rawValue,
          games.compactMap { games in
            summary.estimate(
              \.divergence,
              Condition(player: player, games: games, model: model)
            ).map {
              LineChart.Point(Double(games), $0.value, in: $0.low...$0.high)
            }
          }
        )
      }
      let chart = LineChart(
        title: "What is not known of the player \(player.rawValue)",
        x: Axis("games watched", scale: .logarithmic),
        y: Axis("relative entropy", scale: .logarithmic), series: series
      )
      return ("divergence-\(player.rawValue)", chart.svg)
    }
  }
}
