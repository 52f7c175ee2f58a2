import Evaluation
import Foundation
import TestSupport
import Testing

@testable import Training

@Suite struct MetricsEntryTests {
  private func entry(_ text: String, _ unit: String = "games") -> MetricsEntry?
  {
    MetricsEntry(Array(text.utf8)[...], unit: unit, on: .ticTacToe)
  }

  @Test(arguments: [BudgetUnit.games, .steps])
  func `what a run writes is read again`(unit: BudgetUnit) throws {
    var games = PolicyGradient.Recipe()
    (games.hidden, games.games, games.evaluateEvery) = (2, 64, 64)
    games.negativeRounds = 1
    var steps = NegativeExamples.Recipe()
    (steps.hidden, steps.steps, steps.evaluateEvery) = (2, 2, 2)
    var run = TrainingRun(
      RunOptions(
        seed: 1,
        recipe: unit == .games ? games : steps
      )
    )
    var metrics: Metrics?
    while !run.isDone { metrics = try run.advance() ?? metrics }
    let written = try #require(metrics)
    let read = try #require(
      MetricsEntry(
        written.line(seconds: 1.5)[...],
        unit: unit.rawValue,
        on: .ticTacToe
      )
    )
    #expect(read.done == run.done)
    #expect(read.seconds == 1.5)
    #expect(!read.isLast)
    let figures = try #require(read.figures)
    #expect(figures.verdict == written.verdict)
    #expect(figures.blunders == written.proof?.blunders.count)
    let entropies = try (
      #require(figures.entropy), #require(written.entropy)
    )
    #expect(abs(entropies.0 - entropies.1) < 1e-6)
    #expect(figures.walked == nil)
    #expect(figures.unlearning == written.unlearning)
    #expect((written.unlearning != nil) == (unit == .games))
    let last = written.line(seconds: 1.5, written: [])
    #expect(
      MetricsEntry(
        last[...],
        unit: unit.rawValue,
        on: .ticTacToe
      )?.isLast == true
    )
  }

  @Test(arguments: [
    ("2", "4520", "2.198", true), ("2.01", "0", "0", false),
    ("-0.01", "0", "0", false), ("0", "4521", "0", false),
    ("0", "-1", "0", false), ("0", "0", "2.199", false),
    ("0", "0", "-0.01", false),
  ])
  func `figures end where those of the board do`(
    nashConv: String,
    blunders: String,
    entropy: String,
    arePossible: Bool
  ) {
    let line =
      "{\"games\": 16, \"nashConv\": \(nashConv), \"blunders\": \(blunders), "
      + "\"entropy\": \(entropy), \"verdict\": \"beatable\"}"
    #expect(entry(line)?.done == 16)
    #expect((entry(line)?.figures != nil) == arePossible)
  }

  @Test(
    arguments: [
      (
        "{\"hindsight\": 1, \"refutations\": 2, \"solution\": 3, "
          + "\"rounds\": 4, \"steps\": 5, \"broken\": 6}", 6
      ),
      ("{\"hindsight\": 1}", nil), ("{}", nil), ("3", nil),
      (
        "{\"hindsight\": 1, \"refutations\": 2, \"solution\": 3, "
          + "\"rounds\": 4, \"steps\": -5, \"broken\": 6}", nil
      ),
    ] as [(String, Int?)])
  func `a line whose tally cannot be is not drawn`(tally: String, broken: Int?)
  {
    let line =
      "{\"games\": 16, \"nashConv\": 1, \"blunders\": 0, \"entropy\": 1, "
      + "\"verdict\": \"beatable\", \"unlearned\": \(tally)}"
    #expect(entry(line)?.done == 16)
    #expect(entry(line)?.figures?.unlearning?.broken == broken)
    #expect((entry(line)?.figures != nil) == (broken != nil))
  }

  @Test func `a moment is enough to continue, not to be drawn`() {
    #expect(entry("{\"games\": 16}")?.done == 16)
    #expect(entry("{\"games\": 16}")?.figures == nil)
    #expect(entry("{\"games\": 16}", "steps") == nil)
    #expect(entry("{\"games\": -1}") == nil)
    #expect(entry("{\"games\": 1.5}") == nil)
  }
}
