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

  /// How it is told of bad moves of its own; nil if it is told of none.
  var negatives: BadMoves.Terms? { get }

  /// How many moves hindsight called bad in the last update.
  var hindsightMoves: Int { get }

  /// Unlearns bad moves of its own.
  ///
  /// - Parameter round: The number of times it has done so before.
  /// - Returns: The steps that it took.
  /// - Throws: `Divergence` if a weight or a gradient exceeds its bound.
  mutating func unlearn(
    _ moves: BadMoves, round: Int
  ) throws(Divergence) -> Int

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
  package var negatives: BadMoves.Terms? { nil }
  package var hindsightMoves: Int { 0 }
  package mutating func unlearn(
    _ moves: BadMoves, round: Int
  ) throws(Divergence) -> Int { 0 }
}
