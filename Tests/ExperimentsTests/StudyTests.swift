import Testing

@testable import Experiments
@testable import Training

@Suite struct StudyTests {
  @Test(arguments: Study.names)
  func `a study is well formed`(name: String) throws {
    for isQuick in [true, false] {
      let study = try #require(Study.named(name, quick: isQuick))
      #expect(study.name == name && study.question.hasSuffix("?"))
      #expect(Set(study.conditions).count == study.conditions.count)
      #expect(Set(study.figures.map(\.name)).count == study.figures.count)
      let keys = study.conditions.map { $0.options.map(\.key) }
      #expect(Set(keys).count == 1, "one table")
      let values = study.conditions.flatMap(\.options).map(\.value)
      #expect(values.allSatisfy { !$0.contains(",") })
      #expect(study.seeds >= (isQuick ? 2 : 20))
    }
  }

  @Test func `an unknown study is none`() {
    #expect(Study.named("nosuch", quick: true) == nil)
  }

  @Test func `a figure is a function of condition and seed`() throws {
    let study = try #require(Study.named("mechanism", quick: true))
    let condition = study.conditions[1]
    let values = study.results(of: condition, seed: 5)
    #expect(values == study.results(of: condition, seed: 5))
    #expect(values != study.results(of: condition, seed: 6))
    #expect(values.count == study.figures.count)
  }

  @Test func `of weights beyond all use nothing is proven or known`() {
    let study = Study(
      name: "divergence",
      question: "What is left?",
      isQuick: true,
      seeds: 2,
      conditions: [Condition(["rate": "9"])],
      figures: [
        Figure(name: "accuracy", kind: .mean, meaning: ""),
        Figure(name: "proven", kind: .share, meaning: ""),
      ],
      measure: { (_, _) throws(Divergence) in throw Divergence(done: 3) },
      findings: { _ in [] },
      charts: { _ in [] }
    )
    #expect(study.results(of: study.conditions[0], seed: 1) == [nil, 0])
  }

  @Test func `a condition has numbers and choices by name`() {
    let condition = Condition(["share": "0.25", "games": "100", "head": ""])
    #expect(condition.number("share") == 0.25)
    #expect(condition.number("games") == 100)
    #expect(condition["head"] == "" && condition["none"] == "")
    #expect(condition.text == "0.25 100")
    let loss = Condition(["loss": "ascent"])
    #expect(loss.choice("loss") == NegativeLoss.ascent)
  }

  @Test func `what is no number or no choice traps`() async {
    await #expect(processExitsWith: .failure) {
      let _: Int = Condition(["games": "many"]).number("games")
    }
    await #expect(processExitsWith: .failure) {
      let _: NegativeLoss = Condition(["loss": "none"]).choice("loss")
    }
  }
}
