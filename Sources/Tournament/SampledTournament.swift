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

  /// The positions of the games.
  let graph: StateGraph

  /// The players of each match, in the order of their entry.
  let pairings: [(first: Int, second: Int)]

  /// - Precondition: the book is of the board; `gamesPerMatch` is even and above 0; there are two or more
  ///   participants with different names.
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
    graph = board.states
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
        first: first,
        second: second,
        name: participants[first].name,
        isDeterministic: participants[first].isDeterministic
          && participants[second].isDeterministic
      )
    }
  }
}
