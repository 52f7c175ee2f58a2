internal import NeuralNetwork
internal import Players
internal import TicTacToe

extension NetworkPolicy {
  /// The greatest magnitude of a logit over all decisions of 3×3 and squares,
  /// occupied ones included.
  var largestLogit: Double {
    largestLogit(in: ticTacToe.states.decisionPositions)
  }

  /// The greatest magnitude of a logit in some positions.
  func largestLogit(in positions: some Sequence<Position>) -> Double {
    var batch = Batch()
    for position in positions {
      let view = encoding.view(of: position).position
      encoding.append(view, to: &batch)
    }
    network.evaluate(&batch)
    return (0..<batch.count).reduce(0) { most, row in
      batch.outputs(ofRow: row).reduce(most) { max($0, Double($1.magnitude)) }
    }
  }
}
