internal import NeuralNetwork
internal import Players
internal import TicTacToe

/// A position as the network sees it, with the moves known to be bad and good;
/// bit i stands for square i.
struct PartialLabels {
  let position: Position
  var bad: UInt64 = 0
  var good: UInt64 = 0

  /// All bad moves of examples, each view once, in the order of the examples.
  ///
  /// - Complexity: O(examples).
  static func merged(
    _ examples: [NegativeExample], encoding: Encoding
  ) -> [PartialLabels] {
    var rows: [Position: Int] = [:]
    var views: [PartialLabels] = []
    for example in examples {
      let view = encoding.view(of: example.position)
      let (row, isNew) = rows.row(of: view.position)
      if isNew { views.append(PartialLabels(position: view.position)) }
      views[row].bad |= encoding.group
        .image(of: example.bad, under: view.symmetry).mask(in: encoding.rules)
    }
    return views
  }

  /// The labels that a recipe shows of examples, each view once, in the order
  /// of the examples.
  ///
  /// - Complexity: O(examples + labels).
  static func all(
    of examples: [NegativeExample], recipe: NegativeExamples.Recipe,
    encoding: Encoding, seed: UInt64
  ) -> [PartialLabels] {
    var rows: [Position: Int] = [:]
    var views: [PartialLabels] = []
    func add(_ example: NegativeExample, bad: Bitboard, good: Bitboard) {
      let group = encoding.group
      let view = encoding.view(of: example.position)
      let (row, isNew) = rows.row(of: view.position)
      if isNew { views.append(PartialLabels(position: view.position)) }
      let rules = encoding.rules
      views[row].bad |=
        group.image(of: bad, under: view.symmetry).mask(in: rules)
      views[row].good |=
        group.image(of: good, under: view.symmetry).mask(in: rules)
    }
    if recipe.labels == 0 {
      for example in examples {
        add(example, bad: example.bad, good: example.good)
      }
    } else {
      let labels = pool(examples, recipe.supervision)
      var rng = SeededGenerator(seed: seed, stream: RandomStream.draws)
      for _ in 0..<recipe.labels {
        let (example, move, isBad) = labels[rng.next(below: labels.count)]
        add(example, bad: isBad ? move : [], good: isBad ? [] : move)
      }
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
