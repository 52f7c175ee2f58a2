internal import Charts
internal import Evaluation
internal import NeuralNetwork
internal import Numbers
internal import Players
internal import TicTacToe
internal import Training

/// The study of negative examples where no table fits: a network is told bad
/// moves of some positions of 4×4 and judged on others.
struct LargerNegativesStudy: Study {
  static let name = "negatives"
  static var board: Board { fourByFour }
  static let question =
    "What do bad moves tell a network about positions of 4×4 not shown?"
  let isQuick: Bool

  /// Which moves of a position are named.
  enum Named: String, CaseIterable {
    /// Every bad move, which is equivalent to naming the good ones.
    case all

    /// Those that are punished, or miss a win, at once.
    case obvious

    case one
  }

  /// What is named.
  enum Lesson: Hashable {
    case bad(NegativeLoss)

    /// Good moves, each with the same share.
    case good

    fileprivate var text: String {
      switch self {
      case .bad(let loss): loss.rawValue
      case .good: "good moves"
      }
    }
  }

  struct Condition: StudyCondition {
    let named: Named
    let positions: Int
    let lesson: Lesson

    var options: KeyValuePairs<String, String> {
      [
        "named": named.rawValue, "positions": "\(positions)",
        "lesson": lesson.text,
      ]
    }
  }

  private var counts: [Int] { isQuick ? [200] : [2_000, 20_000, 200_000] }

  /// The losses that are compared by how much is shown, and the others, which
  /// are measured once.
  private static let losses: [NegativeLoss] = [
    .ascent, .ascentFloor, .probabilityDescent, .unlikelihood, .setUnlikelihood,
  ]
  private static let others = NegativeLoss.allCases.filter {
    !losses.contains($0) && $0 != .negativePreference
  }
  private static let otherCount = 20_000

  var conditions: [Condition] {
    Named.allCases.flatMap { named in
      counts.flatMap { positions in
        var lessons = Self.losses.map(Lesson.bad)
        // The moves that are no obvious mistakes are not all good.
        if named != .obvious {
          if positions == Self.otherCount {
            lessons += Self.others.map(Lesson.bad)
          }
          lessons.append(.good)
        }
        return lessons.map {
          Condition(named: named, positions: positions, lesson: $0)
        }
      }
    }
  }

  struct Figures: StudyFigures {
    var accuracy, ranking, byRanking, logit, unbeatable: Double?
  }

  var figures: [Figure<Figures>] {
    [
      .mean(
        "accuracy", \.accuracy,
        "of \(CriticalPositions.judgedText(quickly: isQuick)) not shown, "
          + "played right"
      ),
      .mean(
        "ranking", \.ranking,
        "choices there that one ranking of the canonical squares makes, too"
      ),
      .mean("byRanking", \.byRanking, "what that ranking plays right"),
      .mean("logit", \.logit, "the greatest magnitude there"),
      .share("unbeatable", \.unbeatable, "proven unbeatable"),
    ]
  }

  /// The learning rate at the start of each lesson: the best of .0003, .001,
  /// .003, .01 and .03 on seeds 1 to 3, by 20,000 positions with every bad move
  /// or one of them named. At the end it is a tenth of that.
  private static func learningRate(_ condition: Condition) -> Float {
    let isOne = condition.named == .one
    switch condition.lesson {
    case .good: return isOne ? 0.01 : 0.03
    case .bad(.ascent): return isOne ? 0.0003 : 0.03
    case .bad(.probabilityDescent): return isOne ? 0.01 : 0.03
    case .bad(.unlikelihood), .bad(.setUnlikelihood): return 0.03
    case .bad(.complementaryAscent): return 0.0003
    case .bad(.complementaryNonNegative): return isOne ? 0.003 : 0.01
    case .bad: return 0.01
    }
  }

  func measure(
    _ condition: Condition, seed: UInt64
  ) throws(Divergence) -> Figures {
    let judged = CriticalPositions.judging(quickly: isQuick)
    var rng = SeededGenerator(seed: seed)
    let shown = CriticalPositions(
      condition.positions, on: Self.board,
      besides: judged.classes(on: Self.board),
      using: &rng
    )
    var recipe = NegativeExamples.Recipe()
    recipe.hidden = isQuick ? 16 : 128
    recipe.steps = isQuick ? 50 : condition.positions > 20_000 ? 4_000 : 2_000
    recipe.learningRate = Self.learningRate(condition)
    recipe.finalLearningRate = recipe.learningRate / 10
    switch condition.lesson {
    case .bad(let loss): recipe.loss = loss
    case .good: recipe.supervision = .uniform
    }
    var learner = NegativeExamples(
      recipe: recipe, seed: seed, on: Self.board,
      examples: examples(of: shown, condition, using: &rng)
    )
    try learner.finish()
    let policy = learner.policy
    let choices = judged.choices(of: policy)
    let ranking = judged.ranking(of: choices, on: Self.board)
    let walks = WalkProof(of: TemperedPolicy(policy), on: Self.board)
    return Figures(
      accuracy: judged.accuracy(of: choices),
      ranking: ranking.agreement,
      byRanking: judged.accuracy(of: ranking.moves),
      logit: policy.largestLogit(in: judged.positions),
      unbeatable: Double(walks.keepsValue)
    )
  }

  /// The labels of the positions shown; those without an obvious mistake have
  /// none where only these are named.
  private func examples(
    of shown: CriticalPositions, _ condition: Condition,
    using rng: inout some RandomNumberGenerator
  ) -> [NegativeExample] {
    shown.positions.indices.compactMap { row in
      let position = shown.positions[row]
      let good = shown.optimal[row]
      var bad = position.empty.subtracting(good)
      switch condition.named {
      case .all: break
      case .obvious: bad = Self.board.obviousBlunders(in: position, depth: 1)
      case .one where condition.lesson == .good:
        bad = position.empty.subtracting(one(of: good, position, using: &rng))
      case .one: bad = one(of: bad, position, using: &rng)
      }
      return bad.isEmpty ? nil : NegativeExample(position: position, bad: bad)
    }
  }

  private func one(
    of moves: Bitboard, _ position: Position,
    using rng: inout some RandomNumberGenerator
  ) -> Bitboard {
    let squares = Array(moves.squares(in: position.rules))
    let square = squares[rng.next(below: squares.count)]
    return Bitboard(square, in: position.rules)
  }

  func findings(_ summary: Summary<Self>) -> [String] {
    let groups = summary.groups(
      Named.allCases.flatMap { named in
        counts.map { positions in
          (
            "\(NumberFormat.grouped(positions)) positions, "
              + "\(named.rawValue) named",
            { $0.named == named && $0.positions == positions }
          )
        }
      }
    )
    let tables = summary.tables(
      of: groups,
      [\.accuracy, \.ranking, \.byRanking, \.logit, \.unbeatable]
    )
    return tables + ["", "accuracy: differences, paired by seed"]
      + [Named.all, .one].flatMap { named in
        counts.compactMap { positions -> String? in
          let lessons = [Lesson.bad(.setUnlikelihood), .good].map {
            Condition(named: named, positions: positions, lesson: $0)
          }
          return summary.comparison(
            \.accuracy, lessons[0], minus: lessons[1], aim: .high
          ).map {
            "\(NumberFormat.grouped(positions)) positions, \(named.rawValue) "
              + "named: bad minus good: \($0)"
          }
        }
      }
  }

  func charts(_ summary: Summary<Self>) -> [(name: String, svg: String)] {
    Named.allCases.map { named in
      let groups = summary.groups(
        counts.map { positions in
          (
            "\(NumberFormat.grouped(positions)) positions",
            { $0.named == named && $0.positions == positions }
          )
        }
      )
      let chart = BarChart(
        title: "Positions of 4×4 not shown that are played right, "
          + "\(named.rawValue) named",
        axis: Axis("accuracy", range: 0...1),
        groups: summary.bars(of: groups, \.accuracy)
      )
      return ("accuracy-\(named.rawValue)", chart.svg)
    }
  }
}
