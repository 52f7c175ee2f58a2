internal import Evaluation
internal import Players
internal import TicTacToe

extension SampledTournament {
  /// Plays the game of a number; nil if a player from outside was stopped.
  ///
  /// A player from outside that fails loses the game where it was its turn.
  public func play(_ game: Int) -> GameRecord? {
    let (x, o, opening) = arrangement(of: game)
    defer {
      x.outside?.finish(game: game)
      o.outside?.finish(game: game)
    }
    let space = StateSpace.ticTacToe
    var rng = SeededGenerator(seed: seed, stream: UInt64(game))
    var number = 0
    for move in opening { number = space.next(number, move) }
    var moves: [Square] = []
    func record(_ outcome: Outcome, forfeit: String? = nil) -> GameRecord {
      GameRecord(
        game: game,
        x: x.name,
        o: o.name,
        opening: opening,
        moves: moves,
        outcome: outcome,
        forfeit: forfeit
      )
    }
    while true {
      if let outcome = space.outcomes[number] { return record(outcome) }
      let ply = opening.count + moves.count
      let mover = ply.isMultiple(of: 2) ? x : o
      do throws(OutsideFailure) {
        moves.append(
          try mover.move(
            from: number,
            after: { opening + moves },
            inGame: game,
            using: &rng
          )
        )
      } catch {
        guard case .forfeit(let reason) = error else { return nil }
        let winner = ply.isMultiple(of: 2) ? Mark.o : .x
        return record(.win(winner), forfeit: reason)
      }
      number = space.next(number, moves[moves.count - 1])
    }
  }

  /// Plays all games, one after the other, without keeping them; with players
  /// from outside, those that were not stopped.
  public func play() -> [MatchResult] {
    var results = matches
    for game in games {
      if let record = play(game) { results[match(of: game)].add(record) }
    }
    return results
  }
}

extension Entrant {
  /// Its move in the position of a number, which these moves led to.
  fileprivate func move(
    from number: Int,
    after moves: () -> [Square],
    inGame game: Int,
    using rng: inout some RandomNumberGenerator
  ) throws(OutsideFailure) -> Square {
    guard let table else {
      guard let outside else { preconditionFailure("\(name) has no moves") }
      return try outside.move(inGame: game, after: moves())
    }
    return table.space.move(
      along: table.edge(
        from: number,
        isDeterministic: isDeterministic,
        using: &rng
      )
    )
  }
}

extension StateSpace {
  fileprivate func next(_ number: Int, _ move: Square) -> Int {
    guard let next = successor(of: number, after: move) else {
      preconditionFailure("\(move) is not legal in \(positions[number].text)")
    }
    return next
  }
}
