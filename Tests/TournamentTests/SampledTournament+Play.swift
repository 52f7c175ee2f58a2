@testable import Tournament

extension SampledTournament {
  // Plays all games, one after the other, without a log; games that were
  // stopped do not count.
  func play() -> [MatchResult] {
    var results = matches
    for game in games {
      if let record = play(game) { results[match(of: game)].add(record) }
    }
    return results
  }
}
