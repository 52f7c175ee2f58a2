import Training

extension FuzzTarget {
  /// A checkpoint: refused, or a run that its own checkpoint gives back and
  /// that goes on.
  static func checkpoint(_ bytes: [UInt8]) -> Bool {
    guard var run = try? TrainingRun(checkpoint: bytes) else { return false }
    let own = run.checkpoint(version: "")
    let again = try? TrainingRun(checkpoint: own)
    precondition(
      again?.checkpoint(version: "") == own,
      "its own checkpoint is another run"
    )
    if !run.isDone, isShort(run.options.method) { _ = try? run.advance() }
    return true
  }

  /// Whether an update takes milliseconds: a batch may be as large as one
  /// likes.
  private static func isShort(_ method: Method) -> Bool {
    switch method {
    case .reinforce(let recipe): recipe.batch * recipe.epochs <= 256
    case .negatives(let recipe): recipe.batch <= 256
    case .clone(let recipe): recipe.batch <= 256
    case .gail(let recipe): recipe.batch * recipe.discriminatorSteps <= 256
    }
  }
}
