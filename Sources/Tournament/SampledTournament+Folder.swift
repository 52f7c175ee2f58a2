internal import Files

extension SampledTournament {
  /// How many games a worker plays before they are kept together.
  private var batch: Int {
    // An engine may take seconds for a game: none is to be lost by a kill.
    entrants.contains { $0.outside != nil } ? 1 : 32
  }

  /// Plays what is missing in a folder, several workers at a time; log and
  /// results do not depend on their number, nor on being stopped between.
  ///
  /// `progress` is called with how many games are done of how many; where it
  /// returns false, no other is begun. `onForfeit` is called with every game
  /// that a player from outside forfeited, also with those of before. A process
  /// that is killed loses the games in play.
  ///
  /// - Returns: the result of every match, or nil if it was stopped before.
  /// - Throws: `TournamentFolder.Failure` or `FileError`.
  public func play(
    in folder: TournamentFolder,
    jobs: Int,
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

  /// Plays the games at some places of the schedule, a worker a batch, up to
  /// the first that was stopped.
  private func records(of places: Range<Int>) async -> [GameRecord] {
    await withTaskGroup(of: (Int, [GameRecord?]).self) { group in
      for start in stride(
        from: places.lowerBound,
        to: places.upperBound,
        by: batch
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
