internal import Evaluation
internal import TicTacToe

/// Whether a candidate may take a champion's place: only if it is proven to be
/// no worse. After the gatekeeper of KataGo (Wu, 2019), which samples games.
public struct Gate: Sendable, Equatable {
  /// What is compared, in the order of the comparison.
  public struct Figures: Sendable, Equatable {
    /// The complete games that can be lost, over both seats.
    public let losingLines: Int

    /// What the best opponents win, summed over both seats, 0…2.
    public let nashConv: Double

    /// The score against the other one, the mean of both seats, 0…1.
    public let score: Double
  }

  /// What makes the candidate worse.
  public enum Failing: Sendable, Equatable {
    /// It can lose more games.
    case losingLines

    /// A best opponent wins more.
    case nashConv

    /// It loses to the champion on balance.
    case score
  }

  /// The candidate's.
  public let candidate: Figures

  /// The champion's.
  public let champion: Figures

  /// Compares a candidate with a champion exactly.
  ///
  /// - Precondition: none is a player from outside.
  /// - Complexity: O(positions · squares).
  public init(_ candidate: Entrant, against champion: Entrant) {
    let table = Crosstable(exact: [candidate, champion])
    self.candidate = Figures(candidate, score: table.score(of: 0))
    self.champion = Figures(champion, score: table.score(of: 1))
  }

  init(candidate: Figures, champion: Figures) {
    self.candidate = candidate
    self.champion = champion
  }

  /// What makes the candidate worse, the first of it; nil lets it pass.
  public var failing: Failing? {
    // Probabilities are rounded to Float, and so are sums of them.
    let rounding = 1e-6
    if candidate.losingLines > champion.losingLines { return .losingLines }
    if candidate.nashConv > champion.nashConv + rounding { return .nashConv }
    return candidate.score < champion.score - rounding ? .score : nil
  }
}

extension Gate.Figures {
  init(_ entrant: Entrant, score: Double) {
    let table = entrant.exactTable
    losingLines =
      LosingLines(of: table, in: .x).count
      + LosingLines(of: table, in: .o).count
    nashConv = BestResponse(to: table).nashConv
    self.score = score
  }
}
