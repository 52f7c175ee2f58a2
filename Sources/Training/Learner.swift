package import Checkpoints
package import Players

/// A learner that a run drives, proves and saves.
package protocol Learner: Sendable {
  /// The policy as trained so far.
  var policy: NetworkPolicy { get }

  /// Games played or steps made.
  var done: Int { get }

  /// Updates made; each is a step unless the learner counts games.
  var updates: Int { get }

  /// The number of positions whose likeliest move is still one to avoid; nil if
  /// the learner was told of none.
  var mistakesLeft: Int? { get }

  /// Makes one update.
  ///
  /// - Throws: `Divergence` if a weight or a gradient exceeds its bound.
  mutating func update() throws(Divergence)

  /// The keys of a checkpoint, but for the policy's.
  static var checkpointKeys: [String] { get }

  /// The whole state.
  var checkpoint: JSONObject { get }

  /// Continues from a checkpoint of a learner of the same options.
  mutating func restore(_ checkpoint: JSONObject) throws(JSONError)
}

extension Learner {
  package static var checkpointKeys: [String] { ["optimizer", "counters"] }
  package var updates: Int { done }
  package var mistakesLeft: Int? { nil }
}
