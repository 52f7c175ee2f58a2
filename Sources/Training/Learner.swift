package import Checkpoints
package import NeuralNetwork
package import Players

/// A way of learning under way: what a run drives, proves and saves.
package protocol Learner: Sendable {
  /// What is trained.
  var network: Network { get }

  /// The policy as trained so far.
  var policy: NetworkPolicy { get }

  /// Games played or steps made.
  var done: Int { get }

  /// Updates made.
  var updates: Int { get }

  /// Makes one update.
  ///
  /// - Throws: `Divergence` if a weight grows beyond all use.
  mutating func update() throws(Divergence)

  /// The members of a checkpoint that hold the whole state.
  var members: [JSON.Member] { get }
}
