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
    let table = entrant.table
    losingLines =
      losingLineCount(of: table, in: .x) + losingLineCount(of: table, in: .o)
    nashConv = BestResponse(to: table).nashConv
    self.score = score
  }
}

/// The complete games from the empty board that a policy may lose in a seat:
/// all its moves have a probability above 0. Of a deterministic policy, the
/// `LosingLines`.
///
/// - Complexity: O(positions · squares).
func losingLineCount(of table: PolicyTable, in seat: Mark) -> Int {
  let space = table.space
  var counts = [Int](repeating: 0, count: space.outcomes.count)
  for (ply, numbers) in space.plies.enumerated().reversed() {
    let isOwn = (ply.isMultiple(of: 2) ? Mark.x : .o) == seat
    for number in numbers {
      if let outcome = space.outcomes[number] {
        counts[number] = outcome.value(for: seat) < 0 ? 1 : 0
        continue
      }
      for edge in space.edges(of: number)
      where !isOwn || table.probabilities[edge] > 0 {
        counts[number] += counts[Int(space.successors[edge])]
      }
    }
  }
  return counts[0]
}
