internal import Evaluation
internal import Files
internal import Players
public import TicTacToe

/// A round-robin tournament of sampled games, played in pairs with the same
/// opening and colors swapped.
///
/// Game number g depends on the players, the seed and g alone, except for
/// external players. Games are numbered round by round, so that a longer
/// tournament continues a shorter one.
public struct SampledTournament: Sendable {
  /// The players, two or more, with different names.
  public let participants: [Participant]

  /// The openings; opening k is for the pairs of games k, k + openings, ….
  public let book: OpeningBook

  /// The games of each pair of players; two deterministic players play fewer if
  /// fewer differ.
  public let gamesPerMatch: Int

  /// The seed; game g draws from stream g of it.
  public let seed: UInt64

  /// The numbers of the games to be played, ascending.
  public let games: [Int]

  /// The players of each match, in the order of their entry.
  private let pairings: [(first: Int, second: Int)]

  /// - Precondition: The book is of the board; `gamesPerMatch` is even and
  ///   above 0; there are two or more participants with different names.
  public init(
    of participants: [Participant], from book: OpeningBook, gamesPerMatch: Int,
    seed: UInt64, on board: Board
  ) {
    precondition(
      book.rules == board.rules,
      "openings of \(book.rules) on a board of \(board.rules)"
    )
    precondition(
      gamesPerMatch > 0 && gamesPerMatch.isMultiple(of: 2),
      "\(gamesPerMatch) games, expected an even number"
    )
    precondition(
      participants.count > 1
        && Set(participants.map(\.name)).count == participants.count,
      "players \(participants.map(\.name)), expected two or more names"
    )
    let pairings = participants.indices.flatMap { first in
      (first + 1..<participants.count).map { (first: first, second: $0) }
    }
    // Two deterministic players always play the same game from an opening.
    let limits = pairings.map { first, second in
      participants[first].isDeterministic
        && participants[second].isDeterministic
        ? min(gamesPerMatch, 2 * book.openings.count) : gamesPerMatch
    }
    self.participants = participants
    self.book = book
    self.gamesPerMatch = gamesPerMatch
    self.seed = seed
    self.pairings = pairings
    games = (0..<gamesPerMatch).flatMap { round in
      pairings.indices.lazy.filter { round < limits[$0] }.map {
        round * pairings.count + $0
      }
    }
  }

  /// The index of the match that a game belongs to.
  func match(of game: Int) -> Int { game % pairings.count }

  /// The players and the opening of a game.
  func arrangement(of game: Int) -> (
    x: Participant, o: Participant, opening: [Square]
  ) {
    let round = game / pairings.count
    let (first, second) = pairings[match(of: game)]
    let opening = book.openings[round / 2 % book.openings.count]
    return round.isMultiple(of: 2)
      ? (participants[first], participants[second], opening)
      : (participants[second], participants[first], opening)
  }

  /// The matches, without results.
  public var matches: [MatchResult] {
    pairings.map { first, second in
      MatchResult(
        first: first, second: second, name: participants[first].name,
        isDeterministic: participants[first].isDeterministic
          && participants[second].isDeterministic
      )
    }
  }

  // MARK: Games

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
    var position = Position(rules: book.rules)
    for move in opening { position = position.playing(move) }
    var moves: [Square] = []
    func record(_ outcome: Outcome, forfeit: String? = nil) -> GameRecord {
      GameRecord(
        rules: book.rules, game: game, x: x.name, o: o.name, opening: opening,
        moves: moves, outcome: outcome, forfeit: forfeit
      )
    }
    while true {
      if let outcome = position.outcome { return record(outcome) }
      let ply = opening.count + moves.count
      let mover = ply.isMultiple(of: 2) ? x : o
      do throws(ExternalPlayerFailure) {
        moves.append(
          try mover.move(
            in: position, after: { opening + moves }, inGame: game, using: &rng
          )
        )
      } catch {
        guard case .forfeit(let reason) = error else { return nil }
        let winner = ply.isMultiple(of: 2) ? Mark.o : .x
        return record(.win(winner), forfeit: reason)
      }
      position = position.playing(moves[moves.count - 1])
    }
  }

  // MARK: In a folder

  /// The games a worker plays before they are logged together.
  private var batch: Int {
    // An engine may take seconds for a game, so that each is logged at once.
    participants.contains { $0.external != nil } ? 1 : 32
  }

  /// Plays the games that are missing in a folder. The log and the results do
  /// not depend on the number of workers or on interruptions.
  ///
  /// A process that is killed loses the games in play.
  ///
  /// - Parameters:
  ///   - jobs: The number of workers.
  ///   - onForfeit: Called with every forfeited game, also with those played
  ///     earlier.
  ///   - progress: Called with the number of games done and of all games; no
  ///     other game begins after it returns false.
  /// - Returns: The result of every match, or nil if it was stopped before.
  /// - Throws: `TournamentFolder.Failure` or `FileError`.
  public func play(
    in folder: TournamentFolder, jobs: Int,
    onForfeit: (GameRecord) -> Void = { _ in },
    progress: (_ done: Int, _ count: Int) -> Bool
  ) async throws -> [MatchResult]? {
    precondition(jobs > 0, "\(jobs) jobs")
    let lock = try folder.open(self)
    defer { withExtendedLifetime(lock) {} }
    var results = matches
    var done = 0
    func add(_ record: GameRecord) {
      results[match(of: record.game)].add(record)
      done += 1
      if record.forfeit != nil { onForfeit(record) }
    }
    for record in try folder.games(of: self) { add(record) }
    var goesOn = progress(done, games.count)
    while done < games.count, goesOn {
      // All workers' batches, then the log in the order of the games.
      let end = min(games.count, done + jobs * batch)
      for record in await records(of: done..<end) {
        try folder.append(record)
        add(record)
      }
      goesOn = progress(done, games.count) && done == end
    }
    return done == games.count ? results : nil
  }

  /// Plays a range of the schedule, one worker per batch, up to the first game
  /// that was stopped.
  private func records(of places: Range<Int>) async -> [GameRecord] {
    await withTaskGroup(of: (Int, [GameRecord?]).self) { group in
      for start in stride(
        from: places.lowerBound, to: places.upperBound, by: batch
      ) {
        let end = min(start + batch, places.upperBound)
        group.addTask { (start, games[start..<end].map { play($0) }) }
      }
      var batches: [Int: [GameRecord?]] = [:]
      for await (start, records) in group { batches[start] = records }
      return batches.keys.sorted().flatMap { batches[$0] ?? [] }
        .prefix { $0 != nil }.compactMap(\.self)
    }
  }
}

extension Participant {
  /// Its move in a position, which these moves led to.
  fileprivate func move(
    in position: Position, after moves: () -> [Square], inGame game: Int,
    using rng: inout some RandomNumberGenerator
  ) throws(ExternalPlayerFailure) -> Square {
    guard let external else { return move(in: position, using: &rng) }
    return try external.move(inGame: game, after: moves())
  }
}
