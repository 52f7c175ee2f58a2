import Testing

@testable import Experiments

@Suite struct ComparisonTests {
  private func verdict(
    _ a: [Double?],
    _ b: [Double?],
    _ aim: Summary<SampleStudy>.Aim
  ) -> String? {
    let study = SampleStudy()
    let rows = [a, b].map { values in
      values.enumerated().map {
        (seed: UInt64($0), figures: SampleStudy.Figures(product: $1))
      }
    }
    let summary = Summary(
      study: study,
      rows: Dictionary(uniqueKeysWithValues: zip(study.conditions, rows))
    )
    return summary.comparison(
      \.product,
      study.conditions[0],
      minus: study.conditions[1],
      aim: aim
    )
  }

  @Test func `a difference that its interval shows is judged by the aim`() {
    let (high, low): ([Double?], [Double?]) = ([5, 6, 7], [1, 2.5, 3])
    #expect(verdict(high, low, .high)?.hasSuffix("3 pairs: better") == true)
    #expect(verdict(high, low, .low)?.hasSuffix("3 pairs: worse") == true)
    #expect(verdict(low, high, .low)?.hasSuffix("3 pairs: better") == true)
  }

  @Test func `what the interval does not show is not said`() {
    #expect(
      verdict([1, 9, 3], [2, 2, 2], .high)?.hasSuffix("no difference shown")
        == true
    )
    #expect(
      verdict([9], [1], .high)?.hasSuffix("1 pairs: no difference shown")
        == true,
      "one pair has no interval"
    )
  }

  @Test func `without pairs there is nothing to say`() {
    #expect(verdict([nil, 1], [1, nil], .high) == nil)
    #expect(verdict([], [1], .low) == nil)
  }
}
