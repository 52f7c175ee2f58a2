import Checkpoints
import Numbers

extension Command {
  /// `noughts bench`.
  static let bench = Command(
    CommandSpecification(
      name: "bench",
      summary: "Measure the speed; print the signature.",
      group: .lookDeeper,
      examples: [
        .init("noughts bench", "rates, on one core"),
        .init("noughts bench --signature", "one number for all results"),
      ],
      options: [
        .flag("signature", help: "Print the signature alone."),
        .decimal(
          "seconds", in: 0.01...60, default: 0.5,
          help: "The time of each benchmark."
        ),
        .json, .quiet, .color,
      ]
    )
  ) { arguments, console in
    let board = arguments.board()
    let signature = try Signature.compute(on: board)
    if arguments.flag("signature") {
      try console.print(signature)
      return .success
    }
    let workloads = Workloads(
      board: board, seconds: arguments.decimal("seconds")
    )
    let stages =
      [
        workloads.peak(), workloads.games(),
        workloads.withPeak(workloads.dense),
        workloads.withPeak(workloads.forward),
        workloads.withPeak(workloads.backward), workloads.update(),
      ] + (try workloads.selfPlay())
      + [try workloads.negatives(), workloads.evaluation()]
      + (try workloads.checkpoint())
    if arguments.flag("json") {
      try console.print(json: json(stages, signature))
    } else {
      for line in lines(stages) { try console.print(line) }
      try console.print("signature  \(signature)")
    }
    return .success
  }

  private static func share(ofPeak stage: Benchmark) -> Double? {
    guard let operations = stage.operations, let peak = stage.peak else {
      return nil
    }
    return operations * stage.rate / peak
  }

  private static func lines(_ stages: [Benchmark]) -> [String] {
    stages.map { stage in
      let rate = NumberFormat.rate(Int(stage.rate), seconds: 1)
      let share =
        share(ofPeak: stage).map {
          "   \(NumberFormat.percent($0)) of the peak"
        }
        ?? ""
      let name = stage.name.padded(to: 26)
      return name + "\(rate) \(stage.unit)/s".padded(to: 24) + share
    }
  }

  private static func json(_ stages: [Benchmark], _ signature: String) -> JSON {
    let rows = stages.map { stage -> JSON in
      var members: [JSON.Member] = [
        .init(key: "stage", value: JSON(stage.name)),
        .init(key: "unit", value: JSON(stage.unit)),
        .init(key: "perSecond", value: JSON(stage.rate.rounded())),
      ]
      if let share = share(ofPeak: stage) {
        let rounded = (share * 10_000).rounded() / 10_000
        members.append(.init(key: "ofPeak", value: JSON(rounded)))
      }
      return .object(members)
    }
    return ["stages": .array(rows), "signature": JSON(signature)]
  }
}
