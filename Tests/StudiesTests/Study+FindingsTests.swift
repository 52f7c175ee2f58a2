import NeuralNetwork
import Players
import Testing

@testable import Studies

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
