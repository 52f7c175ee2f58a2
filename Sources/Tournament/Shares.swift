public import Evaluation

/// How often games ended each way for one side, as shares of 1.
public struct Shares: Sendable, Equatable {
  /// The share won.
  public let win: Double

  /// The share drawn.
  public let draw: Double

  /// The share lost.
  public let loss: Double

  /// The mean result: win 1, draw ½, loss 0.
  public var score: Double { win + draw / 2 }

  /// The same games from the other side.
  public var reversed: Shares { Shares(win: loss, draw: draw, loss: win) }

  init(win: Double, draw: Double, loss: Double) {
    self.win = win
    self.draw = draw
    self.loss = loss
  }

  /// The exact shares.
  public init(_ result: ExpectedResult) {
    self.init(win: result.win, draw: result.draw, loss: result.loss)
  }

  /// The shares of games that were counted; there must be some.
  public init(_ counts: Counts) {
    let games = Double(counts.games)
    precondition(games > 0, "shares of no games")
    self.init(
      win: Double(counts.win) / games,
      draw: Double(counts.draw) / games,
      loss: Double(counts.loss) / games
    )
  }

  /// The mean of several; there must be some.
  init(mean all: [Shares]) {
    precondition(!all.isEmpty, "the mean of no shares")
    let n = Double(all.count)
    self.init(
      win: all.reduce(0) { $0 + $1.win } / n,
      draw: all.reduce(0) { $0 + $1.draw } / n,
      loss: all.reduce(0) { $0 + $1.loss } / n
    )
  }
}

/// How many games ended each way for one side.
public struct Counts: Sendable, Equatable {
  /// How many were won.
  public var win = 0

  /// How many were drawn.
  public var draw = 0

  /// How many were lost.
  public var loss = 0

  /// Counts nothing yet.
  public init() {}

  /// How many there were.
  public var games: Int { win + draw + loss }

  /// Adds a game with result 1, 0 or −1.
  mutating func add(_ result: Int) {
    if result > 0 {
      win += 1
    } else if result < 0 {
      loss += 1
    } else {
      draw += 1
    }
  }
}
