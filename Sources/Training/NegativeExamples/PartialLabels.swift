internal import NeuralNetwork
internal import Players
internal import TicTacToe

/// A position as the network sees it, with the moves known to be bad and good;
/// bit i stands for square i.
struct PartialLabels {
  let position: Position
  var bad: UInt64 = 0
  var good: UInt64 = 0

  /// Everything that examples say, each view once, in their order.
  ///
  /// - Complexity: O(examples).
  static func all(
    of examples: [NegativeExample], encoding: Encoding
  ) -> [PartialLabels] {
    merged(examples.map { ($0.position, $0.bad, $0.good) }, encoding)
  }

  /// The labels that a recipe shows of examples, each view once, in the order
  /// of the examples.
  ///
  /// - Complexity: O(examples + labels).
  static func all(
    of examples: [NegativeExample], recipe: NegativeExamples.Recipe,
    encoding: Encoding, seed: UInt64
  ) -> [PartialLabels] {
    if recipe.labels == 0 { return all(of: examples, encoding: encoding) }
    let labels = pool(examples, recipe.supervision)
    var rng = SeededGenerator(seed: seed, stream: RandomStream.draws)
    let drawn = (0..<recipe.labels).map { _ in
      let (example, move, isBad) = labels[rng.next(below: labels.count)]
      return (example.position, isBad ? move : [], isBad ? [] : move)
    }
    return merged(drawn, encoding)
  }

  /// Labels put together by view.
  private static func merged(
    _ labels: [(position: Position, bad: Bitboard, good: Bitboard)],
    _ encoding: Encoding
  ) -> [PartialLabels] {
    let (group, rules) = (encoding.group, encoding.rules)
    var rows: [Position: Int] = [:]
    var views: [PartialLabels] = []
    for label in labels {
      let view = encoding.view(of: label.position)
      func mask(_ moves: Bitboard) -> UInt64 {
        group.image(of: moves, under: view.symmetry).mask(in: rules)
      }
      let (row, isNew) = rows.row(of: view.position)
      if isNew { views.append(PartialLabels(position: view.position)) }
      views[row].bad |= mask(label.bad)
      views[row].good |= mask(label.good)
    }
    return views
  }

  /// Every single label of the examples that the network is shown.
  private static func pool(
    _ examples: [NegativeExample], _ shown: NegativeExamples.Recipe.Supervision
  ) -> [(example: NegativeExample, move: Bitboard, isBad: Bool)] {
    examples.flatMap { example in
      let rules = example.position.rules
      return example.position.legalMoves.compactMap { square in
        let move = Bitboard(square, in: rules)
        let isBad = example.bad.contains(square, in: rules)
        switch shown {
        case .both: return (example, move, isBad)
        case .bad: return isBad ? (example, move, true) : nil
        case .good, .uniform: return isBad ? nil : (example, move, false)
        }
      }
    }
  }
}

extension NegativeExample {
  /// The legal moves that are not known to be bad.
  var good: Bitboard { position.empty.subtracting(bad) }
}

extension [Position: Int] {
  /// The row of a position; a new position gets the next one.
  mutating func row(of position: Position) -> (row: Int, isNew: Bool) {
    let row = self[position] ?? count
    return (row, updateValue(row, forKey: position) == nil)
  }
}
