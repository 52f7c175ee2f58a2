internal import NeuralNetwork
internal import Players
internal import TicTacToe

extension NetworkPolicy {
  /// The greatest magnitude of a logit over all decisions and squares, occupied
  /// ones included.
  var largestLogit: Double {
    var batch = Batch()
    for position in ticTacToe.states.decisionPositions {
      let view = encoding.view(of: position).position
      encoding.append(view, to: &batch)
    }
    network.evaluate(&batch)
    return (0..<batch.count).reduce(0) { most, row in
      batch.outputs(ofRow: row).reduce(most) { max($0, Double($1.magnitude)) }
    }
  }
}
