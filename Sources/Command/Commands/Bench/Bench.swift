import Checkpoints
import Numbers
import Players
import TicTacToe

extension Command {
  static let bench = Command(
    CommandSpecification(
      name: "bench",
      summary: "Measure the speed; print the signature.",
      group: .lookDeeper,
      examples: [
        .init("noughts bench", "rates, on one core"),
        .init("noughts bench --signature", "one number for all results"),
        .init("noughts bench --board 4x4", "what a bigger board takes"),
      ],
      options: [
        .flag("signature", help: "Print the signature alone."),
        .decimal(
          "seconds", in: 0.01...60, default: 0.5,
          help: "The time of each benchmark."
        ),
        .board, .json, .quiet, .color,
      ]
    )
  ) { arguments, console in
    let board = try arguments.board(of: [])
    if board.rules.squareCount > NetworkPolicy.mostSquares {
      throw Failure(
        .usage,
        "--board: no network plays on \(board.rules.name); expected at most "
          + "\(NetworkPolicy.mostSquares) squares"
      )
    }
    let signature = try Signature.compute(on: board)
    if arguments.flag("signature") {
      try console.print(signature)
      return .success
    }
    let seconds = arguments.decimal("seconds")
    let benchmarks = try Workloads(board: board, seconds: seconds).all()
    if arguments.flag("json") {
      try console.print(json: json(benchmarks, signature))
    } else {
      for line in lines(benchmarks) { try console.print(line) }
      try console.print("signature  \(signature)")
    }
    return .success
  }

  private static func lines(_ benchmarks: [Benchmark]) -> [String] {
    benchmarks.map { benchmark in
      let rate =
        benchmark.rate < 10
        ? NumberFormat.decimal(benchmark.rate, places: 2)
        : NumberFormat.rate(Int(benchmark.rate), seconds: 1)
      let share = benchmark.shareOfPeak.map {
        "   \(NumberFormat.percent($0)) of the peak"
      }
      let name = benchmark.name.padded(to: 26)
      return name + "\(rate) \(benchmark.unit)/s".padded(to: 24) + (share ?? "")
    }
  }

  private static func json(
    _ benchmarks: [Benchmark], _ signature: String
  ) -> JSON {
    let rows = benchmarks.map { benchmark -> JSON in
      [
        "stage": JSON(benchmark.name), "unit": JSON(benchmark.unit),
        "perSecond": JSON(benchmark.rate.rounded()),
        "ofPeak": benchmark.shareOfPeak.map {
          JSON(($0 * 10_000).rounded() / 10_000)
        },
      ]
    }
    return ["stages": .array(rows), "signature": JSON(signature)]
  }
}
