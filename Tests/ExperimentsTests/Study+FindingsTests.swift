import NeuralNetwork
import Players
import Testing

@testable import Experiments

@Suite struct StudyFindingsTests {
  // Measurements that somebody made up.
  private func summary(
    of study: Study,
    without isMissing: (Condition) -> Bool = { _ in false }
  ) -> Summary {
    var rows: [Condition: [(seed: UInt64, values: [Double?])]] = [:]
    for (place, condition) in study.conditions.enumerated()
    where !isMissing(condition) {
      var rng = SeededGenerator(seed: UInt64(place))
      rows[condition] = (0..<3 as Range<UInt64>).map { seed in
        let values = study.figures.map { figure -> Double? in
          let value = Double(rng.nextUnit()) + 0x1p-9
          return figure.kind == .share ? value.rounded() : value
        }
        return (seed, values)
      }
    }
    return Summary(study: study, rows: rows)
  }

  @Test(arguments: Study.names, [true, false])
  func `a study tells of every condition`(name: String, quick: Bool) throws {
    let study = try #require(Study.named(name, quick: quick))
    let findings = study.findings(summary(of: study))
    #expect(!findings.contains { $0.contains("–") }, "all was measured")
    for condition in study.conditions {
      let others = summary(of: study) { $0 == condition }
      #expect(study.findings(others) != findings, "\(condition.text)")
    }
    let charts = study.charts(summary(of: study))
    #expect(!charts.isEmpty)
    #expect(Set(charts.map(\.name)).count == charts.count)
    for chart in charts {
      #expect(chart.svg.hasPrefix("<svg") && chart.svg.hasSuffix("</svg>\n"))
    }
  }

  @Test(
    arguments: [
      "negatives": 0, "repair": 0, "mechanism": 0, "methods": 9,
      "label-adversary": 34, "distillation": 6, "auction": 8, "hunger": 0,
      "imitation": 12, "exploiter": 16, "turing": 27,
    ]
  )
  func `every comparison is made`(name: String, count: Int) throws {
    let study = try #require(Study.named(name, quick: false))
    let findings = study.findings(summary(of: study))
    #expect(findings.count { $0.contains(" over 3 pairs: ") } == count)
  }

  // A summary of 20 seeds that all have the same.
  private func summary(
    of study: Study,
    _ values: (Condition, Figure) -> Double
  ) -> Summary {
    var rows: [Condition: [(seed: UInt64, values: [Double?])]] = [:]
    for condition in study.conditions {
      let values = study.figures.map { values(condition, $0) }
      rows[condition] = (0..<20 as Range<UInt64>).map { ($0, values) }
    }
    return Summary(study: study, rows: rows)
  }

  @Test func `hunger's verdict is of the fair pay and its control`() throws {
    let study = try #require(Study.named("hunger", quick: true))
    func verdict(fair: Double, always: Double) -> String? {
      study.findings(
        summary(of: study) { condition, _ in
          condition["pay"] == "fair" ? fair : always
        }
      ).last
    }
    #expect(
      verdict(fair: 1, always: 0)
        == "verdict: the sign of the reward teaches, reward alone not"
    )
    #expect(
      verdict(fair: 1, always: 1)
        == "verdict: it learns; the control is not told apart"
    )
    #expect(verdict(fair: 0, always: 0) == "verdict: not shown to learn")
  }

  @Test func `the exploiter's verdict is of its bound`() throws {
    let study = try #require(Study.named("exploiter", quick: true))
    func verdicts(unbeatable: Double, nashConv: Double) -> [String] {
      study.findings(
        summary(of: study) { _, figure in
          figure.name == "unbeatable" ? unbeatable : nashConv
        }
      ).filter { $0.hasPrefix("verdict") }
    }
    let held = verdicts(unbeatable: 1, nashConv: 0.05)
    #expect(held.count == 2 && held.allSatisfy { $0.hasSuffix(" holds") })
    for (unbeatable, nashConv) in [(0.0, 0.05), (1, 0.1)] {
      let failed = verdicts(unbeatable: unbeatable, nashConv: nashConv)
      #expect(failed.count == 2)
      #expect(failed.allSatisfy { $0.hasSuffix("does not hold") })
    }
  }

  @Test(arguments: Study.names)
  func `of nothing there is nothing to tell`(name: String) throws {
    let study = try #require(Study.named(name, quick: false))
    let nothing = summary(of: study) { _ in true }
    let text =
      study.findings(nothing).joined(separator: "\n")
      + study.charts(nothing).map(\.svg).joined()
    #expect(!text.contains(" over ") && !text.contains(/\b(nan|inf)\b/))
  }
}
