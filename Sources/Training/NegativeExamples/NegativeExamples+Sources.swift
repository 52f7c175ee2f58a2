internal import NeuralNetwork
internal import Players
public import TicTacToe

extension NegativeExamples {
  /// The examples that a recipe asks for, ascending by position.
  ///
  /// They treat the images of a position alike: what is known of one is known
  /// of all eight.
  ///
  /// - Complexity: a few sweeps over the positions, or the random games.
  public static func examples(
    for recipe: Recipe,
    seed: UInt64,
    mistakes: [Mistake] = []
  ) -> [NegativeExample] {
    var bad: [Position: Bitboard] = [:]
    switch recipe.source {
    case .oracle:
      for position in representatives { bad[position] = blunders(position) }
    case .obvious:
      for position in representatives {
        bad[position] = obvious(position, depth: recipe.depth)
      }
    case .one:
      var rng = SeededGenerator(seed: seed, stream: Stream.labels)
      for position in representatives {
        let moves = Array(blunders(position).squares(in: position.rules))
        // Drawn for every class, so that the fraction shown changes no label.
        let draw = rng.next(below: 1 << 32)
        guard !moves.isEmpty else { continue }
        let move = moves[draw % moves.count]
        bad[position] = Bitboard(move, in: position.rules)
      }
    case .hindsight:
      for number in 0..<recipe.hindsightGames {
        var rng = SeededGenerator(
          seed: seed,
          stream: Stream.games + UInt64(number)
        )
        if let mistake = Hindsight.mistake(in: randomGame(using: &rng)) {
          let (position, moves) = mistake.canonical
          bad[position, default: []].formUnion(moves)
        }
      }
    case .file:
      for mistake in mistakes {
        let (position, moves) = mistake.canonical
        bad[position, default: []].formUnion(moves)
      }
    }
    let shown = shownClasses(fraction: recipe.fraction, seed: seed)
    return StateSpace.ticTacToe.decisions.compactMap { number in
      let position = StateSpace.ticTacToe.positions[number]
      let (canonical, symmetry) = group.canonical(position)
      guard let moves = bad[canonical], !moves.isEmpty,
        recipe.source == .file || shown.contains(canonical)
      else { return nil }
      let back = group.inverse(of: symmetry)
      return NegativeExample(
        position: position,
        bad: group.image(of: moves, under: back)
      )
    }
  }

  /// The canonical positions that a fraction of the classes shows: the first
  /// of the seed's own order, so that a larger fraction shows more of them.
  public static func shownClasses(
    fraction: Float,
    seed: UInt64
  ) -> Set<Position> {
    let order = classOrder(seed: seed)
    let count = Int((Float(order.count) * fraction).rounded())
    return Set(order.prefix(count))
  }

  /// The canonical positions in an order of the seed's own.
  package static func classOrder(seed: UInt64) -> [Position] {
    var rng = SeededGenerator(seed: seed, stream: Stream.split)
    var order = representatives
    for last in order.indices.reversed() {
      order.swapAt(last, rng.next(below: last + 1))
    }
    return order
  }

  /// The streams of a run's seed that steps do not use.
  enum Stream {
    static let split: UInt64 = 1 << 60
    static let labels: UInt64 = split + 1
    static let draws: UInt64 = split + 2
    static let games: UInt64 = 1 << 61
  }

  private static let group = SymmetryGroup.ticTacToe
  private static let representatives =
    SymmetryClasses.ticTacToe.representatives

  /// The moves that lower the value of a position.
  private static func blunders(_ position: Position) -> Bitboard {
    let solution = Solution.ticTacToe
    guard let number = solution.space.number(of: position) else { return [] }
    return position.empty.subtracting(solution.optimalMoves[number])
  }

  private static func obvious(
    _ position: Position,
    depth: Int
  ) -> Bitboard {
    let isWon = LookAhead.wins(position, within: depth)
    let moves = blunders(position).squares(in: position.rules).filter {
      isWon || LookAhead.wins(position.playing($0), within: depth)
    }
    return moves.reduce([]) { $0.union(Bitboard($1, in: position.rules)) }
  }

  private static func randomGame(
    using rng: inout some RandomNumberGenerator
  ) -> [Square] {
    var position = Position()
    var moves: [Square] = []
    while position.outcome == nil {
      let legal = Array(position.legalMoves)
      moves.append(legal[rng.next(below: legal.count)])
      position = position.playing(moves[moves.count - 1])
    }
    return moves
  }
}
