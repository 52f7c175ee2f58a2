internal import NeuralNetwork
internal import TicTacToe

extension StateGraph {
  /// The number of a position after 0…`plies` random moves, all counts equally
  /// likely; if the moves end the game, everything is drawn again.
  func opening(
    plies: Int, using rng: inout some RandomNumberGenerator
  ) -> Int {
    var position: Int
    repeat {
      position = 0
      for _ in 0..<rng.next(below: plies + 1) {
        let edges = edges(of: position)
        if edges.isEmpty { break }
        let edge = edges.lowerBound + rng.next(below: edges.count)
        position = Int(successors[edge])
      }
    } while outcomes[position] != nil
    return position
  }
}
