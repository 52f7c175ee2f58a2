import Testing

@testable import Experiments

@Suite struct ComparisonTests {
  private let conditions = ["a", "b"].map { Condition(["name": $0]) }

  private func summary(_ a: [Double?], _ b: [Double?]) -> Summary {
    let study = Study(
      name: "s",
      question: "?",
      isQuick: false,
      seeds: 1,
      conditions: conditions,
      figures: [Figure(name: "x", kind: .mean, meaning: "")],
      measure: { _, _ in [] },
      findings: { _ in [] },
      charts: { _ in [] }
    )
    let rows = [a, b].map { values in
      values.enumerated().map { (seed: UInt64($0), values: [$1]) }
    }
    return Summary(
      study: study,
      rows: Dictionary(uniqueKeysWithValues: zip(conditions, rows))
    )
  }

  private func verdict(
    _ a: [Double?],
    _ b: [Double?],
    _ aim: Summary.Aim
  ) -> String? {
    summary(a, b).comparison("x", conditions[0], minus: conditions[1], aim: aim)
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
    #expect(
      summary([1], [1]).comparison("x", nil, minus: nil, aim: .low) == nil
    )
  }
}
