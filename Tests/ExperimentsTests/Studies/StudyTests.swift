import Testing

@testable import Experiments

@Suite struct StudyTests {
  private func check<S: Study>(_ study: S) {
    #expect(S.question.hasSuffix("?"))
    #expect(Set(study.conditions).count == study.conditions.count)
    #expect(Set(study.figures.map(\.name)).count == study.figures.count)
    #expect(Set(study.figures.map(\.path)).count == study.figures.count)
    let options = study.conditions.map(\.options)
    #expect(Set(options.map { $0.map(\.key) }).count == 1, "one table")
    // Results are read by these values.
    #expect(Set(options.map { $0.map(\.value) }).count == options.count)
    #expect(options.joined().allSatisfy { !$0.value.contains(",") })
    #expect(study.seeds == (study.isQuick ? 2 : S.fullSeeds))
    #expect(S.fullSeeds >= 20)
  }

  @Test(arguments: Studies.all.indices, [true, false])
  func `a study is well formed`(place: Int, quick: Bool) throws {
    let type = Studies.all[place]
    let study = try #require(
      Studies.named(type.name, on: type.board, quick: quick)
    )
    #expect(study.isQuick == quick && Swift.type(of: study) == type)
    check(study)
  }

  @Test func `there is no study of an unknown name or board`() {
    #expect(Studies.named("nosuch", quick: true) == nil)
    #expect(Studies.named("hunger", on: fourByFour, quick: true) == nil)
    #expect(Studies.boards(of: "nosuch").isEmpty)
    #expect(Studies.boards(of: "loop") == [ticTacToe, fourByFour])
  }

  @Test func `figures are a function of condition and seed`() throws {
    let study = MechanismStudy(isQuick: true)
    func values(_ seed: UInt64) -> [Double?] {
      let figures = study.results(of: study.conditions[1], seed: seed)
      return study.figures.map { figures[keyPath: $0.path] }
    }
    let five = values(5)
    #expect(five == values(5) && five != values(6))
    #expect(five.compactMap { $0 }.count == 5, "30 steps, six checkpoints")
  }

  @Test func `a diverged run is a failed share and a missing mean`() {
    let study = SampleStudy()
    let figures = study.results(
      of: study.conditions[0],
      seed: SampleStudy.divergent
    )
    #expect(figures == SampleStudy.Figures(product: nil, isEven: 0))
  }

  @Test func `a condition's text is what applies`() {
    let conditions = SampleStudy().conditions
    #expect(conditions.map(\.text) == ["2", "3 odd"])
  }

  @Test func `a study of 4×4 keeps its columns and conditions`() throws {
    func shape(_ study: some Study) -> String {
      study.conditions[0].options.map(\.key).joined(separator: " ")
        + " \(study.conditions.count)"
    }
    for (name, expected) in [
      ("loop", "actions games loss anchor floor 57"),
      ("negatives", "named positions lesson 59"),
    ] {
      let study = try #require(
        Studies.named(name, on: fourByFour, quick: false)
      )
      #expect(shape(study) == expected)
    }
  }

  // The columns of results that exist, which other studies are compared with.
  @Test(
    arguments: [
      "loop": "actions source loss",
      "negatives": "lesson loss source fraction labels canonical",
      "repair": "mistakes loss anchor",
      "mechanism": "lesson loss head canonical",
      "methods": "method policy negatives unit",
      "label-adversary": "form", "distillation": "hidden by",
      "auction": "bidders learns", "hunger": "pay",
      "imitation": "teacher target head canonical games",
      "exploiter": "actions exploiter", "turing": "player games model",
      "crossover": "board player",
    ]
  )
  func `a study keeps its columns`(name: String, keys: String) throws {
    func options(_ study: some Study) -> [String] {
      study.conditions[0].options.map(\.key)
    }
    let study = try #require(Studies.named(name, quick: true))
    #expect(options(study).joined(separator: " ") == keys)
  }

  @Test(
    arguments: [
      "loop": 36, "negatives": 174, "repair": 30, "mechanism": 13,
      "methods": 18, "label-adversary": 19, "distillation": 8, "auction": 6,
      "hunger": 2, "imitation": 23, "exploiter": 6, "turing": 45,
      "crossover": 9,
    ]
  )
  func `a study keeps its conditions`(name: String, count: Int) throws {
    func conditions(_ study: some Study) -> Int { study.conditions.count }
    let study = try #require(Studies.named(name, quick: false))
    #expect(conditions(study) == count)
  }
}
