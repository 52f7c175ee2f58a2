internal import Charts
internal import Evaluation
internal import NeuralNetwork
internal import Players
internal import TicTacToe
internal import Training

/// The study of a network against tables that learn from the same kind of
/// games, board by board.
struct CrossoverStudy: Study {
  static let name = "crossover"
  static let question = "From which board on does a network beat a table?"
  let isQuick: Bool

  enum Size: String, CaseIterable {
    case threeByThree = "3x3"
    case fourByFour = "4x4"
    case fiveByFive = "5x5:4"
  }

  /// Who learns, from all actions without bad moves.
  enum Player: String, CaseIterable {
    /// A network; beyond 3×3 with a value of its own.
    case network

    /// A row of logits for each position.
    case table

    /// The same learner, its moves chosen by its table of values.
    case values
  }

  struct Condition: StudyCondition {
    let board: Size
    let player: Player

    var options: KeyValuePairs<String, String> {
      ["board": board.rawValue, "player": player.rawValue]
    }
  }

  private var sizes: [Size] {
    isQuick ? [.threeByThree, .fourByFour] : Size.allCases
  }

  private func conditions(_ size: Size) -> [Condition] {
    Player.allCases.map { Condition(board: size, player: $0) }
  }

  var conditions: [Condition] { sizes.flatMap(conditions) }

  struct Figures: StudyFigures {
    var right: [Int: Double] = [:]
    var critical: [Int: Double] = [:]
    var unbeatable, parameters, bytes: Double?
  }

  private var checkpoints: [Int] {
    isQuick ? [256, 512] : [1000, 3000, 10_000, 30_000, 100_000]
  }

  private var right: FigureSeries<Figures> {
    FigureSeries(
      name: "right", path: \.right, checkpoints: checkpoints,
      meaning: "share of decisions right after so many games"
    )
  }

  private var critical: FigureSeries<Figures> {
    FigureSeries(
      name: "critical", path: \.critical, checkpoints: checkpoints,
      meaning: "the same where some move is bad"
    )
  }

  var figures: [Figure<Figures>] {
    right.figures + critical.figures + [
      .share("unbeatable", \.unbeatable, "proven unbeatable at the end"),
      .mean("parameters", \.parameters, "numbers that choose moves, end"),
      .mean("bytes", \.bytes, "of these and of a table's positions, end"),
    ]
  }

  /// The multiple of the network's learning rate that suits tables.
  private static let tableRate: Float = 25

  private func recipe(
    _ condition: Condition, on board: Board
  ) -> PolicyGradient.Recipe {
    var recipe = PolicyGradient.Recipe.allActions.withoutNegatives
    recipe.games = checkpoints.max() ?? 0
    if isQuick { recipe.hidden = 16 }
    // The same network and rates on every board.
    let kept: Set = [
      "games", "hidden", "learning-rate", "final-learning-rate", "entropy",
      "final-entropy",
    ]
    recipe.adapt(
      to: RunOptions(seed: 0, on: board, recipe: recipe),
      isGiven: kept.contains
    )
    if condition.player != .network {
      recipe.learningRate *= CrossoverStudy.tableRate
      recipe.finalLearningRate *= CrossoverStudy.tableRate
    }
    return recipe
  }

  private func judge(_ size: Size) -> Judge {
    switch size {
    case .threeByThree: .threeByThree
    case .fourByFour: isQuick ? .fourByFourSample : .fourByFour
    case .fiveByFive: .fiveByFive
    }
  }

  func measure(
    _ condition: Condition, seed: UInt64
  ) throws(Divergence) -> Figures {
    let judge = judge(condition.board)
    let recipe = recipe(condition, on: judge.board)
    if condition.player == .network {
      return try measure(
        PolicyGradient(recipe: recipe, seed: seed, on: judge.board), by: judge
      )
    }
    return try measure(
      TablePlayer(
        recipe: recipe, seed: seed, on: judge.board,
        by: condition.player == .table ? .logits : .values
      ), by: judge
    )
  }

  private func measure(
    _ learner: some GreedyLearner, by judge: Judge
  ) throws(Divergence) -> Figures {
    var learner = learner
    var figures = Figures()
    for checkpoint in checkpoints {
      while learner.games < checkpoint { try learner.update() }
      let shares = judge.shares(of: learner.player)
      figures.right[checkpoint] = shares.all
      figures.critical[checkpoint] = shares.critical
    }
    let proof = WalkProof(of: learner.player, on: judge.board)
    figures.unbeatable = Double(proof.keepsValue)
    figures.parameters = Double(learner.parameterCount)
    figures.bytes = Double(4 * learner.parameterCount + learner.keyBytes)
    return figures
  }

  func findings(_ summary: Summary<Self>) -> [String] {
    sizes.flatMap { size in
      let conditions = conditions(size)
      var lines = ["", "\(size.rawValue): after so many games"]
      lines += summary.table(of: conditions, right.figures.map(\.path))
      lines += summary.table(of: conditions, critical.figures.map(\.path))
      lines += ["", "\(size.rawValue): at the end"]
      lines += summary.table(
        of: conditions, [\.unbeatable, \.parameters, \.bytes]
      )
      lines += ["", "\(size.rawValue): differences, paired by seed"]
      for other in [Player.table, .values] {
        lines += comparisons(summary, size, minus: other)
      }
      return lines
    }
  }

  /// The differences at every checkpoint, and from which of them on the whole
  /// interval lies above 0.
  private func comparisons(
    _ summary: Summary<Self>, _ size: Size, minus other: Player
  ) -> [String] {
    let network = Condition(board: size, player: .network)
    let table = Condition(board: size, player: other)
    var lines = right.figures.compactMap { figure in
      summary.comparison(figure.path, network, minus: table, aim: .high).map {
        "network minus \(other.rawValue), \(figure.name): \($0)"
      }
    }
    if lines.isEmpty { return [] }
    let isAhead = right.figures.map { figure in
      summary.difference(figure.path, network, minus: table).map {
        $0.count > 1 && $0.low > 0
      } ?? false
    }
    let first = isAhead.count - isAhead.reversed().prefix { $0 }.count
    lines.append(
      "verdict, \(size.rawValue): the network is "
        + (first < checkpoints.count
          ? "ahead of \(other.rawValue) from \(checkpoints[first]) games on"
          : "not shown ahead of \(other.rawValue) after "
            + "\(checkpoints[first - 1]) games")
    )
    return lines
  }

  func charts(_ summary: Summary<Self>) -> [(name: String, svg: String)] {
    sizes.map { size in
      let chart = LineChart(
        title: "Network and tables on \(size.rawValue)",
        x: Axis("games", scale: .logarithmic), y: Axis("decisions right"),
        series: conditions(size).map {
          .init($0.player.rawValue, summary.points(right, of: $0))
        }
      )
      let name = size.rawValue.prefix { $0 != ":" }
      return ("right-\(name)", chart.svg)
    }
  }
}
