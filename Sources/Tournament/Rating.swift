internal import Glibc
internal import Numbers

/// The difference in strength between two players, estimated from their games
/// with a prior, so that every figure exists for few or one-sided games too.
///
/// The prior adds two pairs won and two pairs lost; then the mean of the pairs,
/// each worth 0, ¼, ½, ¾ or 1, is taken as normal. Agresti & Coull (1998),
/// whose intervals keep their coverage near 0 and 1, extended from two results
/// to five.
public struct Rating: Sendable, Equatable {
  /// The mean score with the prior, 0…1.
  public let score: Double

  /// The 95% interval of the score, within 0…1.
  public let interval: ClosedRange<Double>

  /// The likelihood of superiority: the probability that the score the games
  /// are drawn from is above ½.
  public let superiority: Double

  /// The result of all games, if they all ended the same way.
  public let sweep: Sweep?

  /// The same result in every game, which gives only a bound on the difference.
  public enum Sweep: Sendable, Equatable {
    case won
    case lost
  }

  /// Rates a player by its pairs of games with 0, ½, 1, 1½ and 2 points, of
  /// shape [5].
  public init(pentanomial: [Int]) {
    precondition(pentanomial.count == 5, "\(pentanomial.count) counts, not 5")
    let prior = [2, 0, 0, 0, 2]
    let counts = zip(pentanomial, prior).map { Double($0 + $1) }
    let values = [0, 0.25, 0.5, 0.75, 1]
    let n = counts.reduce(0, +)
    let mean = zip(counts, values).reduce(0) { $0 + $1.0 * $1.1 } / n
    let variance =
      zip(counts, values).reduce(0) {
        $0 + $1.0 * ($1.1 - mean) * ($1.1 - mean)
      } / n
    let error = (variance / n).squareRoot()
    let reach = Statistics.normalQuantile * error
    score = mean
    interval = max(0, mean - reach)...min(1, mean + reach)
    superiority = erfc((0.5 - mean) / error / 2.0.squareRoot()) / 2
    let total = pentanomial.reduce(0, +)
    sweep =
      total == 0
      ? nil
      : pentanomial[4] == total
        ? .won : pentanomial[0] == total ? .lost : nil
  }

  /// The difference in Elo with its interval; an end at infinity is nil.
  public var elo: (value: Double, low: Double?, high: Double?) {
    (
      Rating.elo(score),
      interval.lowerBound > 0 ? Rating.elo(interval.lowerBound) : nil,
      interval.upperBound < 1 ? Rating.elo(interval.upperBound) : nil
    )
  }

  /// The difference in Elo that a score between 0 and 1 stands for: Elo (1978),
  /// the logistic form.
  public static func elo(_ score: Double) -> Double {
    precondition(0 < score && score < 1, "the Elo of a score of \(score)")
    return 400 * log10(score / (1 - score))
  }
}
