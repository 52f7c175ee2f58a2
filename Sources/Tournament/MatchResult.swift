internal import TicTacToe

/// What two players' games against each other came to, from the first one's
/// side.
public struct MatchResult: Sendable, Equatable {
  /// The number of the first player.
  public let first: Int

  /// The number of the second.
  public let second: Int

  /// Whether both are deterministic: then each game differs, and every one
  /// there is from these openings was played, so that nothing is estimated.
  public let isDeterministic: Bool

  /// The games that the first player had X in.
  public private(set) var asX = Counts()

  /// The games that it had O in.
  public private(set) var asO = Counts()

  /// How many pairs of games with colours swapped it made 0, ½, 1, 1½ and 2
  /// points in, of shape [5]. The two games of a pair share an opening, so that
  /// pairs are independent where games are not.
  public private(set) var pentanomial = [0, 0, 0, 0, 0]

  /// How many games differ in a player's seat or in a move.
  public var distinctGames: Int { sequences.count }

  /// Games that a player from outside lost in one and the same way.
  public struct Forfeits: Sendable, Equatable {
    /// The player's name.
    public let name: String

    /// What it did, a clause whose subject it is.
    public let reason: String

    /// How many games.
    public fileprivate(set) var games: Int
  }

  /// The games that were not played to their end, by kind, in the order in
  /// which these came up.
  public private(set) var forfeits: [Forfeits] = []

  private let name: String
  private var sequences: Set<[UInt8]> = []

  /// Twice the points of a pair's first game.
  private var pending: Int?

  init(first: Int, second: Int, name: String, isDeterministic: Bool) {
    self.first = first
    self.second = second
    self.name = name
    self.isDeterministic = isDeterministic
  }

  /// Adds the next game.
  mutating func add(_ record: GameRecord) {
    let seat = record.x == name ? Mark.x : .o
    let result = record.outcome.value(for: seat)
    if seat == .x { asX.add(result) } else { asO.add(result) }
    let squares = (record.opening + record.moves).map { UInt8($0.index) }
    sequences.insert([seat == .x ? 0 : 1] + squares)
    if let reason = record.forfeit, let loser = record.loser {
      add(forfeit: reason, of: loser)
    }
    let points = result + 1
    if let before = pending {
      pentanomial[before + points] += 1
      pending = nil
    } else {
      pending = points
    }
  }

  private mutating func add(forfeit reason: String, of name: String) {
    let place = forfeits.firstIndex { $0.name == name && $0.reason == reason }
    if let place {
      forfeits[place].games += 1
    } else {
      forfeits.append(Forfeits(name: name, reason: reason, games: 1))
    }
  }

  /// All games.
  public var total: Counts {
    var total = Counts()
    total.win = asX.win + asO.win
    total.draw = asX.draw + asO.draw
    total.loss = asX.loss + asO.loss
    return total
  }

  /// The share of games drawn.
  public var drawRate: Double { Shares(total).draw }

  /// How much stronger the first player is by these games; nil where nothing
  /// was sampled.
  public var rating: Rating? {
    isDeterministic ? nil : Rating(pentanomial: pentanomial)
  }
}
