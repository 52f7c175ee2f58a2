internal import NeuralNetwork
internal import Players
internal import TicTacToe

/// What the moves of some positions are worth, one ply ahead: their results, or
/// the network's own value of the positions they lead to. It keeps its memory.
struct SuccessorValues {
  private let encoding: Encoding
  private let discount: Float

  /// The views that moves lead to, each once.
  private var views = PositionIndex()

  /// Their inputs and values, of shape [views, 1].
  private var batch = Batch()

  /// The place of each legal move's view, position after position, or its end.
  private var places: [Int] = []

  private static let won = -1
  private static let drawn = -2

  init(_ encoding: Encoding, discount: Float) {
    self.encoding = encoding
    self.discount = discount
  }

  /// Q of every move, of shape [positions][outputs of the network]: 1 where it
  /// wins, 0 where it fills the board or is illegal, else −γ V.
  ///
  /// - Parameter network: One whose last output is the value.
  /// - Complexity: O(positions · squares) evaluations.
  mutating func actionValues(
    in positions: [Position], by network: Network
  ) -> [OutcomeVector] {
    views = PositionIndex()
    batch.removeAll()
    places.removeAll(keepingCapacity: true)
    for position in positions {
      for move in position.legalMoves { append(position.playing(move)) }
    }
    let outputs = encoding.rules.squareCount + 1
    network.selecting(outputs: outputs - 1..<outputs).evaluate(&batch)
    let values = (0..<batch.count).map {
      -discount * Float.tanh(batch.outcomes(ofRow: $0)[0])
    }
    var next = places.makeIterator()
    return positions.map { position in
      var worth = OutcomeVector(count: outputs)
      for move in position.legalMoves {
        switch next.next() {
        case SuccessorValues.won: worth[move.index] = 1
        case SuccessorValues.drawn, nil: break
        case let place?: worth[move.index] = values[place]
        }
      }
      return worth
    }
  }

  private mutating func append(_ position: Position) {
    switch position.outcome {
    case .win: places.append(SuccessorValues.won)
    case .draw: places.append(SuccessorValues.drawn)
    case nil:
      let view = encoding.view(of: position).position
      let place = views.insert(view)
      if place == batch.count { encoding.append(view, to: &batch) }
      places.append(place)
    }
  }
}
