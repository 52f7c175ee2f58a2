import Command

enum SampleMethod: String, CaseIterable {
  case reinforce
  case negatives
}

extension CommandSpecification {
  /// A command with one option of every kind.
  static let sample = CommandSpecification(
    name: "sample",
    summary: "Do a bit of everything.",
    group: .playAndTrain,
    operands: [.init("RUN", count: 0...1, help: "Where the run goes.")],
    examples: [.init("noughts sample --seed 1", "the same every time")],
    options: [
      .integer(
        "games",
        in: 1...1_000_000_000,
        default: 200_000,
        short: "n",
        help: "The budget, over which schedules run."
      ),
      .decimal(
        "temperature",
        in: -1...2,
        default: 0,
        group: "recipe",
        help: "How far the choice is from greedy."
      ),
      .choice(
        "method",
        of: SampleMethod.self,
        default: .reinforce,
        help: "The way of learning."
      ),
      .text("out", "FILE", help: "Where to write."),
      .integer("depth", in: -9...9, help: "How deep."),
      .seed, .json, .quiet, .color,
    ]
  )
}
