internal import NeuralNetwork
internal import Players
internal import TicTacToe

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
      var rng = SeededGenerator(seed: seed, stream: RandomStream.labels)
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
          stream: RandomStream.games + UInt64(number)
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
    let shown = ShownClasses.all(fraction: recipe.fraction, seed: seed)
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
