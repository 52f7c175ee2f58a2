internal import NeuralNetwork
internal import Players
public import TicTacToe

/// Where bad moves come from, as commands name it.
public enum NegativeSource: String, Sendable, CaseIterable {
  /// The exact solution names every bad move of the positions shown, which is
  /// equivalent to naming the good moves.
  case oracle

  /// Bad moves that are punished within a few plies: the opponent can then
  /// force a win, or the mover missed a win as near. A search finds them; the
  /// exact solution excludes slower wins and moves in lost positions.
  case obvious

  /// The exact solution names one bad move of each position shown.
  case one

  /// Random games name the loser's last move unless it was forced.
  case hindsight

  case file
}

extension NegativeExamples {
  /// The examples that a recipe asks for, ascending by position. All eight
  /// images of a position have the same labels.
  ///
  /// - Complexity: A few sweeps over the positions, or the random games.
  public static func examples(
    for recipe: Recipe, seed: UInt64, on board: Board, mistakes: [Mistake] = []
  ) -> [NegativeExample] {
    let group = board.group
    let representatives = board.decisionClasses.representatives
    var bad: [Position: Bitboard] = [:]
    switch recipe.source {
    case .oracle:
      for position in representatives {
        bad[position] = board.blunders(in: position)
      }
    case .obvious:
      for position in representatives {
        bad[position] = board.obviousBlunders(in: position, depth: recipe.depth)
      }
    case .one:
      var rng = SeededGenerator(seed: seed, stream: RandomStream.labels)
      for position in representatives {
        let moves = Array(
          board.blunders(in: position).squares(in: position.rules)
        )
        // Drawn for every class, so that labels don't depend on the fraction.
        let draw = rng.next(below: 1 << 32)
        guard !moves.isEmpty else { continue }
        let move = moves[draw % moves.count]
        bad[position] = Bitboard(move, in: position.rules)
      }
    case .hindsight:
      for number in 0..<recipe.hindsightGames {
        var rng = SeededGenerator(
          seed: seed, stream: RandomStream.games + UInt64(number)
        )
        let game = board.rules.randomGame(using: &rng)
        if let mistake = Hindsight.mistake(in: game, on: board.rules) {
          bad.insert(mistake, under: group)
        }
      }
    case .file:
      for mistake in mistakes { bad.insert(mistake, under: group) }
    }
    let shown = TrainTestSplit.shown(
      fraction: recipe.fraction, of: board.decisionClasses, seed: seed
    )
    return board.states.decisionPositions.compactMap { position in
      let (canonical, symmetry) = group.canonical(position)
      guard let moves = bad[canonical], !moves.isEmpty,
        recipe.source == .file || shown.contains(canonical)
      else { return nil }
      let back = group.inverse(of: symmetry)
      return NegativeExample(
        position: position, bad: group.image(of: moves, under: back)
      )
    }
  }
}

extension Board {
  /// The moves that lower the value of a position.
  package func blunders(in position: Position) -> Bitboard {
    optimalMoves(in: position).map(position.empty.subtracting) ?? []
  }

  /// Those of them that are punished within some plies.
  package func obviousBlunders(
    in position: Position, depth: Int
  ) -> Bitboard {
    let isWon = LookAhead.wins(position, within: depth)
    let moves = blunders(in: position).squares(in: position.rules).filter {
      isWon || LookAhead.wins(position.playing($0), within: depth)
    }
    return moves.reduce([]) { $0.union(Bitboard($1, in: position.rules)) }
  }
}

extension Rules {
  /// The moves of a game of uniformly random play.
  fileprivate func randomGame(
    using rng: inout some RandomNumberGenerator
  ) -> [Square] {
    var position = Position(rules: self)
    var moves: [Square] = []
    while position.outcome == nil {
      let legal = Array(position.legalMoves)
      moves.append(legal[rng.next(below: legal.count)])
      position = position.playing(moves[moves.count - 1])
    }
    return moves
  }
}
