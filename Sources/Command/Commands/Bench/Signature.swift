import Checkpoints
import Evaluation
import Players
import TicTacToe
import Training

/// One number for everything that is learned: the checksum of a few short runs
/// and their exact evaluations. It is the same on every machine, in debug and
/// release; if it changes, results have changed.
enum Signature {
  /// The signature, 16 hex digits.
  static func compute(on board: Board) throws -> String {
    var bytes: [UInt8] = []
    for options in runs(on: board) {
      var run = TrainingRun(options)
      while !run.isDone {
        if let metrics = try run.advance() { bytes += metrics.line(seconds: 0) }
      }
      bytes += run.checkpoint(version: "")
    }
    return Checksum(bytes).text
  }

  /// The loop, both models, self-play and negative examples, and the choices
  /// that take other paths: an exploiter that is renewed, and enough games of a
  /// table for the baseline to reach its least rate.
  /// Beyond 3×3 the loop alone, with proofs by walks.
  private static func runs(on board: Board) -> [RunOptions] {
    var loop = PolicyGradient.Recipe()
    loop.hidden = 24
    loop.games = 160
    loop.evaluateEvery = 80
    loop.negativeRounds = 3
    var network = PolicyGradient.Recipe.allActions
    network.hidden = 24
    network.games = 160
    network.negatives = .hindsight
    network.evaluateEvery = 80
    var table = network
    table.model = .table
    table.negatives = .none
    table.estimator = .sampled
    table.epochs = 2
    var raw = table
    raw.model = .network
    raw.epochs = 1
    raw.isCanonical = false
    raw.optimizer = .sgd
    raw.baseline = .none
    raw.games = 80
    var avoid = NegativeExamples.Recipe()
    avoid.hidden = 24
    avoid.steps = 12
    avoid.batch = 20
    avoid.loss = .complementaryNonNegative
    var exploited = network
    exploited.negatives = .none
    exploited.exploiter = 0.5
    var long = PolicyGradient.Recipe.allActions.withoutNegatives
    long.model = .table
    long.games = 1024
    func options(_ recipe: PolicyGradient.Recipe) -> RunOptions {
      RunOptions(seed: 1, on: board, goal: .games, recipe: recipe)
    }
    guard board.scope == .graph else { return [options(loop)] }
    return [
      options(loop), options(network), options(table), options(raw),
      RunOptions(seed: 1, on: board, goal: .steps, recipe: avoid),
      options(exploited), options(long),
    ]
  }
}
