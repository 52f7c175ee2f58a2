internal import NeuralNetwork
internal import Players
internal import TicTacToe

/// Where bad moves come from, as commands name it.
public enum NegativeSource: String, Sendable, CaseIterable {
  /// The exact solution names every bad move of the positions shown, which is
  /// equivalent to naming the good moves.
  case oracle

  /// Bad moves that are punished within a few plies: the opponent can then force
  /// a win, or the move missed one as near. A search finds them; the exact
  /// solution excludes slower wins and moves in lost positions.
  case obvious

  /// The exact solution names one bad move of each position shown.
  case one

  /// Random games name the loser's last move unless it was forced.
  case hindsight

  /// A person's list of mistakes.
  case file
}

extension NegativeExamples {
  /// The examples that a recipe asks for, ascending by position. All eight
  /// images of a position have the same labels.
  ///
  /// - Complexity: A few sweeps over the positions, or the random games.
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
        // Drawn for every class, so that labels don't depend on the fraction.
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
    let shown = TrainTestSplit.shown(fraction: recipe.fraction, seed: seed)
    let space = StateSpace.ticTacToe
    return space.decisions.compactMap { number in
      let position = space.positions[number]
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
