internal import Evaluation
internal import Players
internal import TicTacToe

extension SampledTournament {
  /// Plays a game by its number; nil if an external player was stopped.
  ///
  /// An external player that fails loses the game.
  public func play(_ game: Int) -> GameRecord? {
    let (x, o, opening) = arrangement(of: game)
    defer {
      x.external?.finish(game: game)
      o.external?.finish(game: game)
    }
    var rng = SeededGenerator(seed: seed, stream: UInt64(game))
    var number = 0
    for move in opening { number = graph.next(number, move) }
    var moves: [Square] = []
    func record(_ outcome: Outcome, forfeit: String? = nil) -> GameRecord {
      GameRecord(
        rules: graph.rules, game: game, x: x.name, o: o.name, opening: opening,
        moves: moves, outcome: outcome, forfeit: forfeit
      )
    }
    while true {
      if let outcome = graph.outcomes[number] { return record(outcome) }
      let ply = opening.count + moves.count
      let mover = ply.isMultiple(of: 2) ? x : o
      do throws(ExternalPlayerFailure) {
        moves.append(
          try mover.move(
            from: number, after: { opening + moves }, inGame: game, using: &rng
          )
        )
      } catch {
        guard case .forfeit(let reason) = error else { return nil }
        let winner = ply.isMultiple(of: 2) ? Mark.o : .x
        return record(.win(winner), forfeit: reason)
      }
      number = graph.next(number, moves[moves.count - 1])
    }
  }

  /// Plays all games, one after the other, without a log; games that were
  /// stopped do not count.
  public func play() -> [MatchResult] {
    var results = matches
    for game in games {
      if let record = play(game) { results[match(of: game)].add(record) }
    }
    return results
  }
}

extension Participant {
  /// Its move in a position, which these moves led to.
  fileprivate func move(
    from number: Int, after moves: () -> [Square], inGame game: Int,
    using rng: inout some RandomNumberGenerator
  ) throws(ExternalPlayerFailure) -> Square {
    guard let table else {
      guard let external else { preconditionFailure("\(name) has no moves") }
      return try external.move(inGame: game, after: moves())
    }
    return table.graph.move(
      along: table.edge(
        from: number, isDeterministic: isDeterministic, using: &rng
      )
    )
  }
}

extension StateGraph {
  fileprivate func next(_ number: Int, _ move: Square) -> Int {
    guard let next = successor(of: number, after: move) else {
      preconditionFailure("\(move) is not legal in \(positions[number].text)")
    }
    return next
  }
}
