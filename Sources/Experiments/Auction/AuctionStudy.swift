internal import Charts
internal import Evaluation
internal import NeuralNetwork
internal import Players
internal import TicTacToe
internal import Training

/// The study of bidders: each board's predictors put their vectors before one
/// discriminator, whose scores are the bids.
struct AuctionStudy: Study {
  static let name = "auction"
  static let question =
    "Do several predictors before one discriminator do better?"
  let isQuick: Bool

  struct Condition: StudyCondition {
    let bidders: Int

    /// Who learns from a board; nil for every one by cross-entropy, without a
    /// discriminator.
    let learns: AdversarialLearning.Learners?

    var options: KeyValuePairs<String, String> {
      [
        "bidders": "\(bidders)", "learns": learns?.rawValue ?? "cross-entropy",
      ]
    }
  }

  var conditions: [Condition] {
    [.all, .winner, .loser, nil].map { Condition(bidders: 4, learns: $0) }
      + [.all, nil].map { Condition(bidders: 1, learns: $0) }
  }

  struct Figures: StudyFigures {
    var alone, together, highest, most, least: Double?
  }

  var figures: [Figure<Figures>] {
    [
      .mean("alone", \.alone, "held-out boards right, the mean of bidders"),
      .mean("together", \.together, "the same by their mean probabilities"),
      .mean("highest", \.highest, "the same by the highest bidder"),
      .mean("most", \.most, "share of boards the most successful bidder wins"),
      .mean("least", \.least, "that of the least successful"),
    ]
  }

  func measure(
    _ condition: Condition, seed: UInt64
  ) throws(Divergence) -> Figures {
    var recipe = AdversarialLearning.Recipe()
    if isQuick { recipe.steps = 150 }
    recipe.predictors = condition.bidders
    if let rule = condition.learns {
      recipe.learners = rule
    } else {
      (recipe.adversaryWeight, recipe.crossEntropyWeight) = (0, 1)
    }
    let split = HeldOutSplit(seed: seed)
    let learning = try AdversarialLearning.taught(
      recipe, seed: seed, examples: split.examples
    )
    let tables = learning.policies.map(\.table)
    let alone = tables.map(split.heldOutAccuracy)
    var figures = Figures(
      alone: alone.reduce(0, +) / Double(alone.count),
      together: HeldOutSplit.accuracy(on: split.heldOut) {
        AuctionStudy.together(tables, $0)
      }
    )
    guard condition.learns != nil else { return figures }
    let winners = AuctionStudy.winners(of: split, learning)
    figures.highest = HeldOutSplit.accuracy(on: split.heldOut) { number in
      tables[winners[number] ?? 0].greedyMove(number)
    }
    let wins = tables.indices.map { bidder in
      Double(winners.values.count { $0 == bidder }) / Double(winners.count)
    }
    (figures.most, figures.least) = (wins.max(), wins.min())
    return figures
  }

  /// The bidder with the highest score on each board held out; ties go to the
  /// first bidder.
  private static func winners(
    of split: HeldOutSplit, _ learning: AdversarialLearning
  ) -> [Int: Int] {
    let graph = ticTacToe.states
    let scores = learning.policies.map { policy in
      let pairs = split.heldOut.map { number in
        let board = graph.positions[number]
        return Discriminator.Pair(
          board, OutcomeVector(policy.probabilities(in: board))
        )
      }
      return learning.discriminator.examine(pairs).scores
    }
    var winners: [Int: Int] = [:]
    for (row, number) in split.heldOut.enumerated() {
      winners[number] = scores.indices.max {
        scores[$0][row] < scores[$1][row]
      }
    }
    return winners
  }

  /// The likeliest move by the sum of the probabilities; ties go to the lowest
  /// square.
  private static func together(
    _ tables: [PolicyTable], _ number: Int
  ) -> Square {
    let graph = ticTacToe.states
    let edges = graph.edges(of: number)
    func sum(_ edge: Int) -> Float {
      tables.reduce(0) { $0 + $1.probabilities[edge] }
    }
    guard let best = edges.max(by: { sum($0) < sum($1) }) else {
      preconditionFailure("no move in position \(number)")
    }
    return graph.move(along: best)
  }

  func findings(_ summary: Summary<Self>) -> [String] {
    var lines =
      ["", "Boards held out played optimally; shares of the boards won"]
      + summary.table(
        of: conditions, [\.alone, \.together, \.highest, \.most, \.least]
      )
      + ["", "Paired differences"]
    lines += [4, 1].compactMap { count in
      summary.verdict(
        \.together, of: Condition(bidders: 4, learns: .all),
        against: Condition(bidders: count, learns: nil),
        named: "cross-entropy × \(count)"
      )
    }
    for condition in conditions.prefix(3) {
      lines += [\.alone, \Figures.highest].compactMap { path in
        summary.verdict(
          path, of: condition, against: Condition(bidders: 1, learns: .all),
          named: "one bidder"
        )
      }
    }
    return lines
  }

  func charts(_ summary: Summary<Self>) -> [(name: String, svg: String)] {
    let groups = conditions.map { condition in
      BarChart.Group(
        condition.text,
        [\.alone, \.together, \Figures.highest].compactMap { path in
          summary.estimate(path, condition).map {
            .init(summary.figure(path).name, $0.value, in: $0.low...$0.high)
          }
        }
      )
    }
    let chart = BarChart(
      title: "Bidders before one discriminator: boards held out",
      axis: Axis("played optimally", range: 0...1), groups: groups
    )
    return [("accuracy", chart.svg)]
  }
}
