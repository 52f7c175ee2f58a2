public import Evaluation

/// The fractions of games won, drawn and lost by one side; they sum to 1.
public struct WDL: Sendable, Equatable {
  public let win: Double
  public let draw: Double
  public let loss: Double

  /// The mean result: win 1, draw ½, loss 0.
  public var score: Double { win + draw / 2 }

  /// The same games from the other side.
  public var reversed: WDL { WDL(win: loss, draw: draw, loss: win) }
}

extension WDL {
  public init(_ result: ExpectedResult) {
    self.init(win: result.win, draw: result.draw, loss: result.loss)
  }

  /// The fractions of games that were counted.
  ///
  /// - Precondition: There is at least one game.
  public init(_ counts: Counts) {
    let games = Double(counts.games)
    precondition(games > 0, "fractions of 0 games")
    self.init(
      win: Double(counts.win) / games, draw: Double(counts.draw) / games,
      loss: Double(counts.loss) / games
    )
  }

  /// The mean of one or more results.
  init(mean all: [WDL]) {
    precondition(!all.isEmpty, "the mean of 0 results")
    let n = Double(all.count)
    self.init(
      win: all.reduce(0) { $0 + $1.win } / n,
      draw: all.reduce(0) { $0 + $1.draw } / n,
      loss: all.reduce(0) { $0 + $1.loss } / n
    )
  }
}

/// The numbers of games won, drawn and lost by one side.
public struct Counts: Sendable, Equatable {
  public var win = 0
  public var draw = 0
  public var loss = 0

  public init() {}

  public var games: Int { win + draw + loss }

  /// The same games from the other side.
  package var reversed: Counts {
    var counts = self
    (counts.win, counts.loss) = (loss, win)
    return counts
  }

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
