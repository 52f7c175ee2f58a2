internal import TicTacToe

/// A tournament of real games: of every two players the same number, in pairs
/// of games with the same opening and colours swapped.
///
/// Game number g is a function of the players, the seed and g alone, as far as
/// players from outside are functions of anything. Games are numbered round by
/// round, so that more games of the same tournament go on where fewer ended.
public struct SampledTournament: Sendable {
  /// The players, two or more, no two of the same name.
  public let entrants: [Entrant]

  /// Where games start; opening k is for the pairs of games k, k + openings, ….
  public let book: OpeningBook

  /// How many games of every two players, unless these are deterministic and
  /// have fewer that differ.
  public let gamesPerMatch: Int

  /// Where randomness starts: game g draws from stream g.
  public let seed: UInt64

  /// The numbers of the games to be played, ascending.
  public let games: [Int]

  /// The players of each match: of every two, the one entered first, first.
  let pairings: [(first: Int, second: Int)]

  /// Arranges a tournament.
  ///
  /// - Precondition: `gamesPerMatch` is even and above 0.
  public init(
    of entrants: [Entrant],
    from book: OpeningBook,
    gamesPerMatch: Int,
    seed: UInt64
  ) {
    precondition(
      gamesPerMatch > 0 && gamesPerMatch.isMultiple(of: 2),
      "\(gamesPerMatch) games, expected an even number"
    )
    precondition(
      entrants.count > 1 && Set(entrants.map(\.name)).count == entrants.count,
      "players \(entrants.map(\.name)), expected two or more names"
    )
    let pairings = entrants.indices.flatMap { first in
      (first + 1..<entrants.count).map { (first: first, second: $0) }
    }
    // What two deterministic players do from an opening never changes.
    let limits = pairings.map { first, second in
      entrants[first].isDeterministic && entrants[second].isDeterministic
        ? min(gamesPerMatch, 2 * book.openings.count) : gamesPerMatch
    }
    self.entrants = entrants
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

  /// The match that a game is of.
  func match(of game: Int) -> Int { game % pairings.count }

  /// Who has which seat in a game, and where it starts.
  func arrangement(of game: Int) -> (x: Entrant, o: Entrant, opening: [Square])
  {
    let round = game / pairings.count
    let (first, second) = pairings[match(of: game)]
    let opening = book.openings[round / 2 % book.openings.count]
    return round.isMultiple(of: 2)
      ? (entrants[first], entrants[second], opening)
      : (entrants[second], entrants[first], opening)
  }

  /// The matches before their first game.
  public var matches: [MatchResult] {
    pairings.map { first, second in
      MatchResult(
        first: first,
        second: second,
        name: entrants[first].name,
        isDeterministic: entrants[first].isDeterministic
          && entrants[second].isDeterministic
      )
    }
  }
}
