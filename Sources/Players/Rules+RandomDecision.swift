internal import NeuralNetwork
package import TicTacToe

extension Rules {
  /// A position of a random game, at a ply drawn uniformly among those where a
  /// move is to be made.
  package func randomDecision(
    using rng: inout some RandomNumberGenerator
  ) -> Position {
    var positions: [Position] = []
    var position = Position(rules: self)
    while position.outcome == nil {
      positions.append(position)
      let moves = Array(position.legalMoves)
      position = position.playing(moves[rng.next(below: moves.count)])
    }
    return positions[rng.next(below: positions.count)]
  }
}
