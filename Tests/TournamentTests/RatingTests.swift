import TestSupport
import Testing

@testable import Tournament

@Suite struct RatingTests {
  @Test func `equal players are rated equal`() throws {
    let rating = Rating(pentanomial: [10, 5, 70, 5, 10])
    #expect(abs(rating.score - 0.5) < 1e-12)
    #expect(abs(rating.superiority - 0.5) < 1e-12)
    let (value, low, high) = rating.elo
    #expect(abs(value) < 1e-9)
    let sum = try #require(low) + #require(high)
    #expect(abs(sum) < 1e-9)
    #expect(rating.sweep == nil)
  }

  @Test func `figures exist however few or one-sided the games`() {
    for counts in [
      [0, 0, 0, 0, 0], [0, 0, 0, 0, 1], [0, 0, 1, 0, 0],
      [1_000_000, 0, 0, 0, 0],
      [0, 0, 0, 0, 1_000_000], [0, 0, 1_000_000, 0, 0],
    ] {
      let rating = Rating(pentanomial: counts)
      #expect(0 < rating.score && rating.score < 1)
      #expect(rating.interval.contains(rating.score))
      #expect(0...1 ~= rating.superiority)
      let (value, low, high) = rating.elo
      #expect([value, low ?? 0, high ?? 0].allSatisfy { $0.isFinite })
    }
  }

  @Test func `taking every game is a sweep`() {
    #expect(Rating(pentanomial: [0, 0, 0, 0, 3]).sweep == .won)
    #expect(Rating(pentanomial: [3, 0, 0, 0, 0]).sweep == .lost)
    #expect(Rating(pentanomial: [0, 0, 0, 1, 3]).sweep == nil)
    #expect(Rating(pentanomial: [0, 0, 0, 0, 0]).sweep == nil)
  }

  @Test func `the prior is that of Agresti and Coull`() {
    // With wins and losses alone: p = (8 + 2) / (10 + 4), the plain error of
    // it.
    let rating = Rating(pentanomial: [2, 0, 0, 0, 8])
    let p = 10.0 / 14
    #expect(abs(rating.score - p) < 1e-12)
    let reach = 1.959_964 * (p * (1 - p) / 14).squareRoot()
    #expect(abs(rating.interval.lowerBound - (p - reach)) < 1e-12)
    #expect(abs(rating.superiority - 0.962) < 0.002)
  }

  @Test func `ten to one is 400 Elo`() {
    #expect(abs(Rating.elo(10.0 / 11) - 400) < 1e-9)
    #expect(Rating.elo(0.5) == 0)
  }

  @Test func `counts of other results and the Elo of a certainty trap`() async {
    var result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = Rating(pentanomial: [1, 2, 3])
    }
    #expect(result.message.contains("3 counts, not 5"))
    result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = Rating.elo(1)
    }
    #expect(result.message.contains("the Elo of a score of 1.0"))
  }
}
