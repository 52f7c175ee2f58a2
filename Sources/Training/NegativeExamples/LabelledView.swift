internal import NeuralNetwork
internal import Players
internal import TicTacToe

/// A position as the network sees it and what is known of its moves, bit i
/// standing for square i.
struct LabelledView {
  let position: Position
  var bad: UInt64 = 0
  var good: UInt64 = 0

  /// What the recipe lets the network know of the examples, each view once, in
  /// the order of the examples.
  ///
  /// - Complexity: O(examples + labels).
  static func all(
    of examples: [NegativeExample],
    recipe: NegativeExamples.Recipe,
    encoding: Encoding,
    seed: UInt64
  ) -> [LabelledView] {
    var rows: [Position: Int] = [:]
    var views: [LabelledView] = []
    func add(_ example: NegativeExample, bad: Bitboard, good: Bitboard) {
      let group = SymmetryGroup.ticTacToe
      let view = encoding.view(of: example.position, group: group)
      let row = rows[view.position] ?? views.count
      if row == views.count {
        rows[view.position] = row
        views.append(LabelledView(position: view.position))
      }
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
      let labels = pool(examples, recipe.lesson)
      var rng = SeededGenerator(
        seed: seed,
        stream: RandomStream.draws
      )
      for _ in 0..<recipe.labels {
        let (example, move, isBad) = labels[rng.next(below: labels.count)]
        add(example, bad: isBad ? move : [], good: isBad ? [] : move)
      }
    }
    return views
  }

  /// Every single label of the examples that the lesson is about.
  private static func pool(
    _ examples: [NegativeExample],
    _ lesson: NegativeExamples.Recipe.Lesson
  ) -> [(example: NegativeExample, move: Bitboard, isBad: Bool)] {
    examples.flatMap { example in
      let rules = example.position.rules
      return example.position.legalMoves.compactMap { square in
        let move = Bitboard(square, in: rules)
        let isBad = example.bad.contains(square, in: rules)
        switch lesson {
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
