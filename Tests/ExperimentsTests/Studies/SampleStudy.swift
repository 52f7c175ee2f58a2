@testable import Experiments
@testable import Training

// A study of arithmetic: two conditions, a mean, a share and a series.
struct SampleStudy: Study {
  static let name = "arithmetic"
  static let question = "What is twice a number?"
  var isQuick = false

  struct Condition: StudyCondition {
    let factor: Int
    var note = ""

    var options: KeyValuePairs<String, String> {
      ["factor": "\(factor)", "note": note]
    }
  }

  let conditions = [Condition(factor: 2), Condition(factor: 3, note: "odd")]

  struct Figures: StudyFigures, Equatable {
    var product, isEven: Double?
    var powers: [Int: Double] = [:]
  }

  static let powers = FigureSeries(
    name: "power",
    path: \Figures.powers,
    checkpoints: [1, 10],
    meaning: "the power after 1 step"
  )

  var figures: [Figure<Figures>] {
    [
      .mean("product", \.product, "factor times seed"),
      .share("isEven", \.isEven, "whether the seed is even"),
    ] + SampleStudy.powers.figures
  }

  // The seed that diverges.
  static let divergent: UInt64 = 99

  func measure(
    _ condition: Condition,
    seed: UInt64
  ) throws(Divergence) -> Figures {
    if seed == SampleStudy.divergent { throw Divergence(done: 3) }
    return Figures(
      product: seed == 12 ? nil : Double(seed) * Double(condition.factor),
      isEven: Double(seed % 2 == 0),
      powers: [1: Double(condition.factor)]
    )
  }

  func findings(_ summary: Summary<Self>) -> [String] { [] }

  func charts(_ summary: Summary<Self>) -> [(name: String, svg: String)] {
    [("none", "<svg/>")]
  }
}
