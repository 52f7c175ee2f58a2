internal import NeuralNetwork
internal import TicTacToe

/// Games of self-play, with what the policy thought of every position in them.
struct Experience {
  /// A learned move.
  struct Step {
    /// The row of the position it was made in.
    let row: Int

    /// The move, as the network sees the board.
    let action: Int

    /// Whether it was drawn at random instead of from the policy.
    let isExploring: Bool
  }

  /// A game from its first learned move on.
  struct Episode {
    /// The learned moves, the two sides taking turns.
    var steps: [Step] = []

    /// The result for the side that made the last move: 1 or 0.
    var result: Float = 0
  }

  /// The games.
  var episodes: [Episode] = []

  /// The distinct positions met, as the network sees them.
  var positions: [Position] = []

  /// The same as inputs, with what the network made of them.
  var batch = Batch()

  /// The policy in each position.
  var policies: [Categorical] = []

  /// The row of each position.
  var rows: [Position: Int] = [:]
}
