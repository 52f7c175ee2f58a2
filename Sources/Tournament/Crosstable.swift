internal import Evaluation
public import TicTacToe

/// The results of several players against each other, in both seats.
public struct Crosstable: Sendable, Equatable {
  public let names: [String]

  /// The results of a row's player in X against a column's in O, from X's
  /// side, of shape [players, players]; nil on the diagonal.
  public let results: [[WDL?]]

  /// The expected results of each pair of players, over every line of play.
  ///
  /// - Precondition: No participant is an external player.
  /// - Complexity: O(players² · positions · squares).
  public init(exact participants: [Participant]) {
    names = participants.map(\.name)
    results = participants.indices.map { x in
      participants.indices.map { o in
        x == o
          ? nil
          : WDL(
            participants[x].result(asXAgainst: participants[o])
          )
      }
    }
  }

  /// The results of matches, one per pair of players, each with games in both
  /// seats.
  public init(of names: [String], _ matches: [MatchResult]) {
    var results = names.map { _ in names.map { _ in WDL?.none } }
    for match in matches {
      results[match.first][match.second] = WDL(match.asX)
      results[match.second][match.first] = WDL(match.asO).reversed
    }
    self.names = names
    self.results = results
  }

  /// A player's results in one seat against one opponent.
  ///
  /// - Precondition: The two differ.
  public func wdl(of player: Int, in seat: Mark, against opponent: Int) -> WDL {
    let result =
      seat == .x
      ? results[player][opponent] : results[opponent][player]?.reversed
    guard let result else {
      preconditionFailure("player \(player) against \(opponent)")
    }
    return result
  }

  /// A player's results in one seat, the mean over all opponents.
  public func wdl(of player: Int, in seat: Mark) -> WDL {
    WDL(
      mean: opponents(of: player).map {
        wdl(of: player, in: seat, against: $0)
      }
    )
  }

  /// A player's score against an opponent, the mean of both seats, 0…1.
  public func score(of player: Int, against opponent: Int) -> Double {
    (wdl(of: player, in: .x, against: opponent).score
      + wdl(of: player, in: .o, against: opponent).score) / 2
  }

  /// A player's score, the mean over all opponents and both seats, 0…1.
  public func score(of player: Int) -> Double {
    (wdl(of: player, in: .x).score + wdl(of: player, in: .o).score) / 2
  }

  /// A player's lowest score in one seat against one opponent, 0…1.
  public func worst(of player: Int) -> Double {
    opponents(of: player).reduce(1) { least, opponent in
      Mark.allCases.reduce(least) {
        min($0, wdl(of: player, in: $1, against: opponent).score)
      }
    }
  }

  private func opponents(of player: Int) -> [Int] {
    names.indices.filter { $0 != player }
  }
}
