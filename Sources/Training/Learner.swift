package import Checkpoints
package import Players

/// A way of learning under way: what a run drives, proves and saves.
package protocol Learner: Sendable {
  /// The policy as trained so far.
  var policy: NetworkPolicy { get }

  /// Games played or steps made.
  var done: Int { get }

  /// Updates made; each is a step unless the learner counts games.
  var updates: Int { get }

  /// The positions in which the likeliest move is still one that the learner
  /// was told to avoid; nil if it was told of none.
  var mistakesLeft: Int? { get }

  /// Makes one update.
  ///
  /// - Throws: `Divergence` if a weight or a gradient exceeds its bound.
  mutating func update() throws(Divergence)

  /// The whole state.
  var checkpoint: JSONObject { get }

  /// Continues from a checkpoint of a learner of the same options.
  mutating func restore(_ checkpoint: JSONObject) throws(JSONError)
}

extension Learner {
  package var updates: Int { done }
  package var mistakesLeft: Int? { nil }
}
