import NeuralNetwork
import Players
import Testing

@testable import Experiments

@Suite struct StudyFindingsTests {
  // Measurements that somebody made up.
  private func rows<S: Study>(
    of study: S
  ) -> [S.Condition: [(seed: UInt64, figures: S.Figures)]] {
    var rows: [S.Condition: [(seed: UInt64, figures: S.Figures)]] = [:]
    for (place, condition) in study.conditions.enumerated() {
      var rng = SeededGenerator(seed: UInt64(place))
      rows[condition] = (0..<3 as Range<UInt64>).map { seed in
        var figures = S.Figures()
        for figure in study.figures {
          let value = Double(rng.nextUnit()) + 0x1p-9
          figures[keyPath: figure.path] =
            figure.kind == .share ? value.rounded() : value
        }
        return (seed, figures)
      }
    }
    return rows
  }

  private func summary<S: Study>(of study: S) -> Summary<S> {
    Summary(study: study, rows: rows(of: study))
  }

  @Test(arguments: Studies.all.indices, [true, false])
  func `a study tells of every condition`(place: Int, quick: Bool) {
    check(Studies.all[place].init(isQuick: quick))
  }

  private func check(_ study: some Study) {
    let rows = self.rows(of: study)
    let findings = study.findings(Summary(study: study, rows: rows))
    #expect(!findings.contains { $0.contains("–") }, "all was measured")
    for condition in study.conditions {
      var others = rows
      others[condition] = nil
      #expect(
        study.findings(Summary(study: study, rows: others)) != findings,
        "\(condition.text)"
      )
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
      "loop": 48, "negatives": 0, "repair": 0, "mechanism": 0, "methods": 9,
      "label-adversary": 34, "distillation": 6, "auction": 8, "hunger": 0,
      "imitation": 12, "exploiter": 16, "turing": 27,
      "crossover": 30,
    ]
  )
  func `every comparison is made`(name: String, count: Int) throws {
    func findings(_ study: some Study) -> [String] {
      study.findings(summary(of: study))
    }
    let study = try #require(Studies.named(name, quick: false))
    #expect(findings(study).count { $0.contains(" over 3 pairs: ") } == count)
  }

  // A summary of 20 seeds that all have the same.
  private func summary<S: Study>(
    of study: S,
    _ figures: (S.Condition) -> S.Figures
  ) -> Summary<S> {
    let rows = study.conditions.map { condition in
      (condition, (0..<20 as Range<UInt64>).map { ($0, figures(condition)) })
    }
    return Summary(study: study, rows: Dictionary(uniqueKeysWithValues: rows))
  }

  @Test func `hunger's verdict is of the fair pay and its control`() {
    let study = HungerStudy(isQuick: true)
    func verdict(fair: Double, always: Double) -> String? {
      study.findings(
        summary(of: study) { .init(learned: $0.pay == .fair ? fair : always) }
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

  @Test func `the exploiter's verdict is of its bound`() {
    let study = ExploiterStudy(isQuick: true)
    func verdicts(unbeatable: Double, nashConv: Double) -> [String] {
      study.findings(
        summary(of: study) { _ in
          .init(unbeatable: unbeatable, nashConv: nashConv)
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

  @Test func `the loop's verdict is of the first proofs and of what is held`() {
    let study = LoopStudy(isQuick: true)
    func verdict(games: Double, ascent: (held: Double, heldPerfect: Double))
      -> String?
    {
      study.findings(
        summary(of: study) { condition in
          let isAscent = condition.lesson == .ascent
          return .init(
            unbeatableAt: condition.lesson == nil ? 4096 : games,
            perfectAt: 4096, held: isAscent ? ascent.held : 1,
            heldPerfect: isAscent ? ascent.heldPerfect : 1
          )
        }
      ).last
    }
    let prefix = "verdict, sampled actions, source all: unbeatable "
    let same = "perfect no sooner shown"
    #expect(
      verdict(games: 1024, ascent: (0, 0))
        == prefix + "sooner, \(same); the ascent must stop to stay unbeatable"
    )
    #expect(
      verdict(games: 8192, ascent: (1, 0))
        == prefix + "later, \(same); the ascent must stop to stay perfect"
    )
    #expect(
      verdict(games: 4096, ascent: (1, 1))
        == prefix + "no sooner shown, \(same); no need to stop is shown"
    )
  }

  @Test func `the crossover's verdict is of the last checkpoints`() {
    let study = CrossoverStudy(isQuick: true)
    func verdict(network: [Int: Double]) -> String? {
      study.findings(
        summary(of: study) {
          .init(
            right: $0.player == .network ? network : [256: 0.5, 512: 0.5],
            critical: [:]
          )
        }
      ).last
    }
    let ahead = "verdict, 4x4: the network is ahead of values from "
    #expect(verdict(network: [256: 1, 512: 1]) == ahead + "256 games on")
    #expect(verdict(network: [256: 0.5, 512: 1]) == ahead + "512 games on")
    for last in [0.5, 0.4] {
      #expect(
        verdict(network: [256: 1, 512: last])
          == "verdict, 4x4: the network is not shown ahead of values "
          + "after 512 games"
      )
    }
  }

  @Test(arguments: Studies.all.indices)
  func `of nothing there is nothing to tell`(place: Int) {
    func text<S: Study>(_ study: S) -> String {
      let nothing = Summary(study: study, rows: [:])
      return study.findings(nothing).joined(separator: "\n")
        + study.charts(nothing).map(\.svg).joined()
    }
    let text = text(Studies.all[place].init(isQuick: false))
    #expect(!text.contains(" over ") && !text.contains(/\b(nan|inf)\b/))
  }
}
