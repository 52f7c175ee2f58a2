import Evaluation
import NeuralNetwork
import Numbers
import Players
import TicTacToe
import Training

/// The lines of a run of training.
struct TrainReport {
  let run: TrainingRun
  let path: String

  private var options: RunOptions { run.options }
  private var unit: String { options.unit }
  private var budget: Int { options.recipe.budget }

  /// `game 1,024`, or `step 1,024`.
  func moment(_ count: Int) -> String {
    "\(unit.dropLast()) \(NumberFormat.grouped(count))"
  }

  /// The lines before the first update, with the place of a resumed run.
  func opening(resumedAt first: Int) -> [String] {
    let policy = run.policy
    let sizes = policy.network.sizes.map(String.init).joined(separator: "-")
    let start = options.start.map { " · from \($0.name)" } ?? ""
    let resumed = first > 0 ? " · resumed at \(moment(first))" : ""
    var lines = [
      "board   \(run.options.board.rules.name) · \(policy.name) \(sizes) · seed "
        + "\(options.seed)\(start)\(resumed)"
    ]
    if let learner = run.learner as? NegativeExamples {
      lines.append("labels  " + labels(learner))
    }
    let positions =
      (run.learner as? Imitation)?.positions
      ?? (run.learner as? GAIL)?.positions
    if let positions { lines.append("expert  " + expert(positions: positions)) }
    return lines
  }

  private func expert(positions count: Int) -> String {
    let positions = NumberFormat.grouped(count)
    guard let watched = options.watched else {
      return
        "the exact solution, \(positions) positions as the network sees them"
    }
    if watched.isTeacher {
      return "\(watched.name), \(positions) positions as the network sees them"
    }
    return "\(NumberFormat.grouped(watched.moves.moves)) moves of "
      + "\(watched.player ?? "everyone") in \(watched.name), \(positions) "
      + "positions as the network sees them"
  }

  private func labels(_ learner: NegativeExamples) -> String {
    let statistics = learner.statistics
    let source =
      switch learner.recipe.source {
      case .oracle: "by the exact solution"
      case .obvious:
        "punished within \(learner.recipe.depth) "
          + (learner.recipe.depth == 1 ? "ply" : "plies")
          + ", by look-ahead and the solution"
      case .one: "one a position, by the exact solution"
      case .hindsight: "blamed for a loss in random games, by hindsight"
      case .file: "by \(options.mistakes?.name ?? "a file"), images included"
      }
    var text =
      "\(NumberFormat.grouped(statistics.labels)) bad moves in "
      + "\(NumberFormat.grouped(statistics.positions)) positions, \(source)"
    if statistics.isComplete {
      text += "; all bad moves are labeled, as if the good moves were"
    }
    if statistics.wrong > 0 {
      text += "; \(NumberFormat.grouped(statistics.wrong)) are not bad, exactly"
    }
    return text
  }

  func closing(_ metrics: Metrics, comparison: Comparison?) -> [String] {
    var lines = [metrics.proof.map(verdict) ?? walkedVerdict(metrics)]
    let firsts = [Goal.unbeatable, .perfect, .nash].compactMap { goal in
      run.milestones[goal].first.map {
        "\(goal.word(on: options.board)) \(NumberFormat.grouped($0))"
      }
    }
    if !firsts.isEmpty {
      lines.append("first   " + firsts.joined(separator: " · "))
    }
    if let unlearning = run.unlearning {
      let view = UnlearningView(
        unlearning: unlearning, countsBroken: metrics.walked == nil
      )
      for (i, line) in view.lines.enumerated() {
        lines.append((i == 0 ? "bad     " : "        ") + line)
      }
    }
    if let proof = metrics.proof { lines += ruin(proof) }
    if let left = run.learner.mistakesLeft {
      lines.append("labels  " + unlearned(left))
    }
    if let comparison {
      lines.append("result  " + TrainReport.summary(of: comparison))
    }
    if !run.hasReachedGoal, !options.goal.isBudget {
      lines.append(
        "        the budget of \(NumberFormat.grouped(budget)) \(unit) is spent "
          + "without the proof asked for: "
          + options.goal.word(on: options.board)
      )
    }
    return lines
  }

  /// The lead of a bad move from which on the probability of every good one
  /// rounds to 0: no gradient brings them back.
  private static let hopelessLead = -Float.log(.leastNormalMagnitude)

  /// Why a policy is beatable whose logits ran away under an ascent without a
  /// stop; empty if they did not.
  private func ruin(_ proof: Proof) -> [String] {
    guard let recipe = options.recipe as? PolicyGradient.Recipe,
      recipe.negatives != .none, recipe.negativeLoss == .ascent,
      proof.verdict == .beatable, let margin = proof.blunders.margin,
      -margin > TrainReport.hopelessLead
    else { return [] }
    let lead = NumberFormat.grouped(Int((-margin).rounded()))
    return [
      "why     this ascent never stops: it pushes hardest at moves that are gone",
      "        already, and lifts all others, bad ones too. Logits run away (one",
      "        bad move leads by \(lead)); what self-play learns is lost",
    ]
  }

  private func unlearned(_ left: Int) -> String {
    left == 0
      ? "no labeled move is the likeliest any more"
      : "\(NumberFormat.grouped(left)) positions still lead to a labeled move"
  }

  /// The verdict of walks through every reply.
  private func walkedVerdict(_ metrics: Metrics) -> String {
    let count = metrics.walked ?? 0
    let walked =
      "\(NumberFormat.grouped(count)) position\(count == 1 ? "" : "s") walked"
    let since = moment(run.milestones[.unbeatable].since ?? run.done)
    return switch metrics.verdict {
    case .unbeatable, .perfect:
      "done    unbeatable since \(since): no opponent can beat it, \(walked)"
    case .keepsValue:
      "done    keeps the game's value since \(since): as X it always wins, "
        + "\(walked); " + TrainReport.lostAsO
    case .beatable where options.board.gameValue == 1:
      "done    \(TrainReport.loses) at \(moment(run.done)), \(walked)"
    case .beatable: "done    beatable at \(moment(run.done)), \(walked)"
    case nil: "done    undecided at \(moment(run.done)), \(walked)"
    }
  }

  private static let loses =
    "as X it does not always win, as it could,"
  private static let lostAsO = "as O lost against best play, as every policy is"

  private func verdict(_ proof: Proof) -> String {
    let positions = NumberFormat.grouped(proof.blunders.positions)
    let blunders = NumberFormat.grouped(proof.blunders.count)
    func since(_ goal: Goal) -> String {
      moment(run.milestones[goal].since ?? run.done)
    }
    let isWon = proof.gameValue > 0
    switch proof.verdict {
    case .perfect where isWon:
      return "done    perfect since \(since(.perfect)): as X it always wins, "
        + "and no position of \(positions) is misplayed; " + TrainReport.lostAsO
    case .keepsValue:
      return "done    keeps the game's value since \(since(.unbeatable)): as X "
        + "it always wins; \(blunders) of \(positions) positions are misplayed; "
        + TrainReport.lostAsO
    case .perfect:
      return "done    perfect since \(since(.perfect)): no opponent can beat "
        + "it, and no position of \(positions) is misplayed"
    case .unbeatable:
      return "done    unbeatable since \(since(.unbeatable)): no opponent can "
        + "beat it; \(blunders) of \(positions) positions are misplayed"
    case .beatable:
      return "done    beatable at \(moment(run.done)); "
        + "\(blunders) of \(positions) positions are misplayed"
    }
  }

  /// `fixed 3, broke 1 of 4,520 positions`.
  static func summary(of comparison: Comparison) -> String {
    "fixed \(NumberFormat.grouped(comparison.fixed.count)), broke "
      + "\(NumberFormat.grouped(comparison.broken.count)) of "
      + "\(NumberFormat.grouped(comparison.positions)) positions"
  }
}
