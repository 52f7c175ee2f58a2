internal import Files

extension SampledTournament {
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
