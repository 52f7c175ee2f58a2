internal import TicTacToe

/// The results of two players' games, from the first player's side.
public struct MatchResult: Sendable, Equatable {
  /// The numbers of the players.
  public let first: Int
  public let second: Int

  /// Whether both players are deterministic: then every game from these
  /// openings was played once, and nothing is estimated.
  public let isDeterministic: Bool

  /// The games in which the first player had X.
  public private(set) var asX = Counts()

  /// The games in which it had O.
  public private(set) var asO = Counts()

  /// The numbers of pairs in which it made 0, ½, 1, 1½ and 2 points, of shape
  /// [5]. The two games of a pair share an opening: pairs are independent,
  /// games are not.
  public private(set) var pentanomial = [0, 0, 0, 0, 0]

  /// The number of games that differ in a seat or in a move.
  public var distinctGames: Int { sequences.count }

  /// The games that an external player forfeited for one reason.
  public struct Forfeits: Sendable, Equatable {
    public let name: String

    /// A verb phrase, such as "sent an illegal move".
    public let reason: String
    public fileprivate(set) var games: Int
  }

  /// The forfeited games by player and reason, in the order in which these
  /// first occurred.
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

  mutating func add(_ record: GameRecord) {
    let seat = record.x.isSame(as: name) ? Mark.x : .o
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
    let index = forfeits.firstIndex {
      $0.name.isSame(as: name) && $0.reason == reason
    }
    if let index {
      forfeits[index].games += 1
    } else {
      forfeits.append(Forfeits(name: name, reason: reason, games: 1))
    }
  }

  /// The results in both seats.
  public var total: Counts {
    var total = Counts()
    total.win = asX.win + asO.win
    total.draw = asX.draw + asO.draw
    total.loss = asX.loss + asO.loss
    return total
  }

  /// The fraction of games drawn.
  public var drawRate: Double { WDL(total).draw }

  /// The difference in strength; nil if nothing was sampled.
  public var rating: Rating? {
    isDeterministic ? nil : Rating(pentanomial: pentanomial)
  }
}
