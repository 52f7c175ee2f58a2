import Numbers
import Training

/// The bad moves that a run has named and unlearned, in words.
struct UnlearningView {
  private let unlearning: Unlearning

  init(_ unlearning: Unlearning) {
    self.unlearning = unlearning
  }

  /// `927 moves named by hindsight, 77 by refutations, 624 by the solution`.
  var names: String {
    "\(grouped(\.hindsight)) moves named by hindsight, "
      + "\(grouped(\.refutations)) by refutations, "
      + "\(grouped(\.blunders)) by the solution"
  }

  /// `133 extra steps against them, which broke 3,241 positions`.
  var costs: String {
    "\(grouped(\.steps)) extra steps against them, which broke "
      + "\(grouped(\.broken)) positions"
  }

  /// The same for a line of progress.
  var brief: String {
    "bad \(grouped(\.hindsight))+\(grouped(\.refutations))+"
      + "\(grouped(\.blunders)) in \(grouped(\.steps)) steps, "
      + "\(grouped(\.broken)) broken"
  }

  private func grouped(_ path: KeyPath<Unlearning, Int>) -> String {
    NumberFormat.grouped(unlearning[keyPath: path])
  }
}
