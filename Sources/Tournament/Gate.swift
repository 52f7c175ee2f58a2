internal import Evaluation
internal import TicTacToe

/// Accepts a candidate in a champion's place only if it is proven to be at
/// least as good: the gatekeeper of KataGo (Wu, 2019), but without sampling.
public struct Gate: Sendable, Equatable {
  /// The figures compared, in the order of the comparison.
  public struct Figures: Sendable, Equatable {
    /// The complete games that can be lost, as in ``Participant/Figures``.
    public let losingLines: Int

    /// The gains of the best responses, summed over both seats, 0…2.
    public let nashConv: Double

    /// The score against the other one, the mean of both seats, 0…1.
    public let score: Double
  }

  /// The figure in which the candidate is worse.
  public enum Rejection: Sendable, Equatable {
    /// It can lose more games.
    case losingLines

    /// A best opponent wins more.
    case nashConv

    /// It loses to the champion on balance.
    case score
  }

  public let candidate: Figures
  public let champion: Figures

  /// Compares a candidate with a champion exactly.
  ///
  /// - Precondition: Neither is an external player.
  /// - Complexity: O(positions · squares).
  public init(_ candidate: Participant, against champion: Participant) {
    let table = Crosstable(exact: [candidate, champion])
    self.candidate = Figures(candidate, score: table.score(of: 0))
    self.champion = Figures(champion, score: table.score(of: 1))
  }

  init(candidate: Figures, champion: Figures) {
    self.candidate = candidate
    self.champion = champion
  }

  /// The first figure in which the candidate is worse; nil accepts it.
  public var rejection: Rejection? {
    // The probabilities are Floats.
    let rounding = 1e-6
    if candidate.losingLines > champion.losingLines { return .losingLines }
    if candidate.nashConv > champion.nashConv + rounding { return .nashConv }
    return candidate.score < champion.score - rounding ? .score : nil
  }
}

extension Gate.Figures {
  init(_ participant: Participant, score: Double) {
    guard let figures = participant.figures else {
      preconditionFailure("\(participant.name) has no exact figures")
    }
    losingLines = figures.losingLines
    nashConv = figures.nashConv
    self.score = score
  }
}
