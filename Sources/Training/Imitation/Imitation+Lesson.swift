internal import NeuralNetwork
internal import Players
internal import TicTacToe

extension Imitation {
  /// A position as the network sees it, and what it is to answer there.
  struct Lesson {
    /// The position.
    let view: Position

    /// What is asked of each move; of a set, 1 for its moves.
    let target: OutcomeVector

    /// How often the expert was seen here; of the solution, which is the same
    /// everywhere, once: by its boards a class of few images, such as the reply
    /// to the centre, would hardly ever be shown.
    let weight: Int

    /// What the recipe makes of what was seen, each view once, in the order of
    /// the positions' numbers.
    ///
    /// - Complexity: O(moves of all positions).
    static func all(
      of watched: Demonstrations?,
      recipe: Recipe,
      encoding: Encoding,
      seed: UInt64
    ) -> [Lesson] {
      let demonstrations = watched ?? .solution
      let space = StateSpace.ticTacToe
      let group = SymmetryGroup.ticTacToe
      let shown = ShownClasses.all(
        fraction: recipe.fraction,
        seed: seed
      )
      var rows: [Position: Int] = [:]
      var seen: [(view: Position, counts: [Int])] = []
      for number in space.decisions {
        let position = space.positions[number]
        guard
          space.edges(of: number).contains(where: {
            demonstrations.counts[$0] > 0
          }), shown.contains(group.canonical(position).position)
        else { continue }
        let (view, symmetry) = encoding.view(of: position, group: group)
        let row = rows[view] ?? seen.count
        if row == seen.count {
          rows[view] = row
          seen.append(
            (view, [Int](repeating: 0, count: space.rules.squareCount))
          )
        }
        for edge in space.edges(of: number) {
          let move = group.image(of: space.move(along: edge), under: symmetry)
          seen[row].counts[move.index] += demonstrations.counts[edge]
        }
      }
      var rng = SeededGenerator(
        seed: seed,
        stream: RandomStream.labels
      )
      return seen.map { view, counts in
        Lesson(
          view: view,
          target: recipe.target.vector(counts, view, using: &rng),
          weight: watched == nil ? 1 : counts.reduce(0, +)
        )
      }
    }

    /// The loss of the network's answer.
    func loss(
      of policy: Categorical,
      outputs: [Float],
      recipe: Recipe
    ) -> Loss {
      if recipe.cost == .quadratic {
        return .quadratic(
          ofLogits: outputs,
          target: target,
          over: view.legalMask
        )
      }
      if recipe.target == .set {
        let moves = target.indices.filter { target[$0] > 0 }
        return .crossEntropy(
          of: policy,
          toSet: moves.reduce(0) { $0 | 1 << UInt64($1) }
        )
      }
      return .crossEntropy(of: policy, target: target)
    }
  }
}

extension Imitation.Target {
  /// The share of label smoothing.
  static let smoothing: Float = 0.1

  /// What is asked of each move, by how often the expert made it. One number is
  /// drawn, whatever it is used for.
  fileprivate func vector(
    _ counts: [Int],
    _ view: Position,
    using rng: inout some RandomNumberGenerator
  ) -> OutcomeVector {
    let sum = counts.reduce(0, +)
    var left = rng.next(below: sum)
    let drawn = counts.firstIndex { count in
      left -= count
      return left < 0
    }
    let legal = view.legalMask
    return OutcomeVector(count: counts.count) { move in
      switch self {
      case .soft: return Float(counts[move]) / Float(sum)
      case .set: return counts[move] > 0 ? 1 : 0
      case .one: return move == drawn ? 1 : 0
      case .smoothed:
        let isLegal = legal >> UInt64(move) & 1 == 1
        let spread =
          isLegal
          ? Imitation.Target.smoothing / Float(legal.nonzeroBitCount) : 0
        return spread
          + (move == drawn ? 1 - Imitation.Target.smoothing : 0)
      }
    }
  }
}
