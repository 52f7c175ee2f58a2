internal import Charts
internal import Evaluation
internal import NeuralNetwork
internal import Players
internal import TicTacToe
internal import Training

extension Study {
  /// What do several predictors learn before one discriminator?
  public static func auction(quick: Bool) -> Study {
    Study(
      name: "auction",
      question: "Do several predictors before one discriminator do better?",
      isQuick: quick,
      seeds: quick ? 2 : 20,
      conditions: Auction.all,
      figures: Auction.figures,
      measure: { (condition, seed) throws(Divergence) in
        try Auction.measure(condition, seed: seed, quick: quick)
      },
      findings: Auction.findings,
      charts: Auction.charts
    )
  }
}

/// The study of bidders: each board's predictors put their vectors before one
/// discriminator, whose scores are the bids.
private enum Auction {
  static let figures: [Figure] = [
    .init(
      name: "alone",
      kind: .mean,
      meaning: "held-out boards played optimally, the mean of the bidders"
    ),
    .init(
      name: "together",
      kind: .mean,
      meaning: "the same by the mean of their probabilities"
    ),
    .init(
      name: "highest",
      kind: .mean,
      meaning: "the same by the bidder with the highest score"
    ),
    .init(
      name: "most",
      kind: .mean,
      meaning: "share of the boards that the most successful bidder wins"
    ),
    .init(name: "least", kind: .mean, meaning: "that of the least successful"),
  ]

  static let all: [Condition] = [
    ("4", "all"), ("4", "winner"), ("4", "loser"), ("4", "cross-entropy"),
    ("1", "all"), ("1", "cross-entropy"),
  ].map { Condition(["bidders": $0, "learns": $1]) }

  static func measure(
    _ condition: Condition,
    seed: UInt64,
    quick: Bool
  ) throws(Divergence) -> [Double?] {
    var recipe = AdversarialLearning.Recipe()
    if quick { recipe.steps = 150 }
    recipe.predictors = condition.number("bidders")
    if let rule = AdversarialLearning.Learners(rawValue: condition["learns"]) {
      recipe.learners = rule
    } else {
      (recipe.adversaryWeight, recipe.crossEntropyWeight) = (0, 1)
    }
    let boards = Boards(seed: seed)
    let learning = try AdversarialLearning.taught(
      recipe,
      seed: seed,
      examples: boards.examples
    )
    let tables = learning.policies.map { PolicyTable(of: $0) }
    let alone = tables.map(boards.heldOutAccuracy)
    let isJudged = recipe.adversaryWeight > 0
    let winners = isJudged ? winners(of: boards, learning) : [:]
    let wins = tables.indices.map { bidder in
      Double(winners.values.count { $0 == bidder }) / Double(winners.count)
    }
    return [
      alone.reduce(0, +) / Double(alone.count),
      Boards.accuracy(on: boards.heldOut) { together(tables, $0) },
      isJudged
        ? Boards.accuracy(on: boards.heldOut) { number in
          tables[winners[number] ?? 0].greedyMove(number)
        } : nil,
      isJudged ? wins.max() : nil, isJudged ? wins.min() : nil,
    ]
  }

  /// The bidder with the highest score on each board held out, of equal ones
  /// the first.
  private static func winners(
    of boards: Boards,
    _ learning: AdversarialLearning
  ) -> [Int: Int] {
    let space = StateSpace.ticTacToe
    let scores = learning.policies.map { policy in
      let pairs = boards.heldOut.map { number in
        let board = space.positions[number]
        return Discriminator.Pair(
          board,
          OutcomeVector(policy.probabilities(in: board))
        )
      }
      return learning.discriminator.examine(pairs).scores
    }
    var winners: [Int: Int] = [:]
    for (row, number) in boards.heldOut.enumerated() {
      winners[number] = scores.indices.max {
        scores[$0][row] < scores[$1][row]
      }
    }
    return winners
  }

  /// The likeliest move by the sum of the probabilities; of several, the lowest
  /// square.
  private static func together(
    _ tables: [PolicyTable],
    _ number: Int
  ) -> Square {
    let space = StateSpace.ticTacToe
    let edges = space.edges(of: number)
    func sum(_ edge: Int) -> Float {
      tables.reduce(0) { $0 + $1.probabilities[edge] }
    }
    guard let best = edges.max(by: { sum($0) < sum($1) }) else {
      preconditionFailure("no move in position \(number)")
    }
    return space.move(along: best)
  }

  static func findings(_ summary: Summary) -> [String] {
    var lines =
      ["", "Boards held out played optimally; shares of the boards won"]
      + summary.table(of: all, figures: figures.map(\.name))
      + ["", "Paired differences"]
    guard let bidders = summary.condition(["bidders": "4", "learns": "all"])
    else { return lines }
    for (number, figure) in [("4", "together"), ("1", "together")] {
      guard
        let other = summary.condition([
          "bidders": number, "learns": "cross-entropy",
        ])
      else { continue }
      lines += [
        summary.verdict(
          figure,
          of: bidders,
          against: other,
          called: "cross-entropy × \(number)"
        )
      ].compactMap { $0 }
    }
    guard let single = summary.condition(["bidders": "1", "learns": "all"])
    else { return lines }
    for rule in ["all", "winner", "loser"] {
      guard
        let condition = summary.condition(["bidders": "4", "learns": rule])
      else { continue }
      lines += ["alone", "highest"].compactMap { figure in
        summary.verdict(
          figure,
          of: condition,
          against: single,
          called: "one bidder"
        )
      }
    }
    return lines
  }

  static func charts(_ summary: Summary) -> [(name: String, svg: String)] {
    let groups = all.map { condition in
      BarChart.Group(
        condition.text,
        ["alone", "together", "highest"].compactMap { figure in
          summary.estimate(figure, condition).map {
            .init(figure, $0.value, in: $0.low...$0.high)
          }
        }
      )
    }
    let chart = BarChart(
      title: "Bidders before one discriminator: boards held out",
      axis: Axis("played optimally", range: 0...1),
      groups: groups
    )
    return [("accuracy", chart.svg)]
  }
}
