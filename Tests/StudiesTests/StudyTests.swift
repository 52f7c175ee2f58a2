import Testing

@testable import Studies

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
    let values = study.measure(condition, 5)
    #expect(values == study.measure(condition, 5))
    #expect(values != study.measure(condition, 6))
    #expect(values.count == study.figures.count)
  }
}
