internal import Evaluation
public import TicTacToe

/// How each of several players fares against each other one, in both seats.
public struct Crosstable: Sendable, Equatable {
  /// The players.
  public let names: [String]

  /// The results of a row's player in X against a column's in O, from X's
  /// side, of shape [players, players]; nil on the diagonal.
  public let results: [[Shares?]]

  /// The expected results of every two players, over every line of play.
  ///
  /// - Precondition: none is a player from outside.
  /// - Complexity: O(players² · positions · squares).
  public init(exact entrants: [Entrant]) {
    names = entrants.map(\.name)
    results = entrants.indices.map { x in
      entrants.indices.map { o in
        x == o
          ? nil
          : Shares(
            ExpectedResult(
              of: entrants[x].exactTable,
              in: .x,
              against: entrants[o].exactTable
            )
          )
      }
    }
  }

  /// The results of matches, one of every two players, each with games in both
  /// seats.
  public init(of names: [String], _ matches: [MatchResult]) {
    var results = names.map { _ in names.map { _ in Shares?.none } }
    for match in matches {
      results[match.first][match.second] = Shares(match.asX)
      results[match.second][match.first] = Shares(match.asO).reversed
    }
    self.names = names
    self.results = results
  }

  /// A player's shares in one seat against one opponent.
  ///
  /// - Precondition: they are two.
  public func shares(
    of player: Int,
    in seat: Mark,
    against opponent: Int
  ) -> Shares {
    let shares =
      seat == .x
      ? results[player][opponent] : results[opponent][player]?.reversed
    guard let shares else {
      preconditionFailure("player \(player) against \(opponent)")
    }
    return shares
  }

  /// A player's shares in one seat, the mean over all opponents.
  public func shares(of player: Int, in seat: Mark) -> Shares {
    Shares(
      mean: opponents(of: player).map {
        shares(of: player, in: seat, against: $0)
      }
    )
  }

  /// A player's score against an opponent, the mean of both seats, 0…1.
  public func score(of player: Int, against opponent: Int) -> Double {
    (shares(of: player, in: .x, against: opponent).score
      + shares(of: player, in: .o, against: opponent).score) / 2
  }

  /// A player's score, the mean over all opponents and both seats, 0…1.
  public func score(of player: Int) -> Double {
    (shares(of: player, in: .x).score + shares(of: player, in: .o).score) / 2
  }

  /// A player's lowest score in one seat against one opponent, 0…1.
  public func worst(of player: Int) -> Double {
    opponents(of: player).reduce(1) { least, opponent in
      Mark.allCases.reduce(least) {
        min($0, shares(of: player, in: $1, against: opponent).score)
      }
    }
  }

  private func opponents(of player: Int) -> [Int] {
    names.indices.filter { $0 != player }
  }
}
