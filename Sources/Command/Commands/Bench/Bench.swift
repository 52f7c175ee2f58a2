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
        .init("noughts bench", "what one core does in a second"),
        .init("noughts bench --signature", "one number for all results"),
        .init("noughts bench --board 4x4", "what a bigger board takes"),
        .init("noughts bench --scaling", "the cost of a game; five minutes"),
      ],
      options: [
        .flag("signature", help: "Print the signature alone."),
        .flag(
          "scaling",
          help: "Print what a game costs as games, hidden units or games an "
            + "update grow, on 3x3 and 4x4."
        ),
        OptionSpecification(
          "seconds", .decimal(0.01...600), default: .decimal(0.5),
          defaultNote: "0.5; 120 with --scaling",
          help: "The time of each benchmark; the most of each row of --scaling."
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
    let seconds = arguments.decimal("seconds")
    if arguments.flag("scaling") {
      if arguments.flag("signature") {
        throw UsageError.incompatible(
          "scaling", "signature", reason: "each prints one thing"
        )
      }
      let boards =
        arguments.isGiven("board")
        ? [board] : [board, Board(try Rules("4x4"))]
      try ScalingTable(
        boards: boards, seconds: arguments.isGiven("seconds") ? seconds : 120
      ).print(on: console, asJSON: arguments.flag("json"))
      return .success
    }
    let signature = try Signature.compute(on: board)
    if arguments.flag("signature") {
      try console.print(signature)
      return .success
    }
    try BenchReport(board: board, seconds: seconds, signature: signature)
      .print(on: console, asJSON: arguments.flag("json"))
    return .success
  }
}

/// What `bench` prints: each line as soon as it is measured.
private struct BenchReport {
  let board: Board
  let seconds: Double
  let signature: String

  func print(on console: Console, asJSON: Bool) throws {
    let processor = Processor(seconds: seconds)
    let workloads = Workloads(
      board: board, processor: processor, seconds: seconds
    )
    let (bits, numbers) = (processor.vectorBits, processor.vectorBits / 32)
    if !asJSON {
      try console.print("processor  \(processor.name)")
      try console.print(
        "vectors    \(bits) bits in this build: \(numbers) numbers at once"
      )
    }
    var progress = CountedProgress()
    let all = workloads.all()
    var rows: [JSON] = []
    for (number, measure) in all.enumerated() {
      progress.update(number, of: all.count)
      console.progress { progress.variants("\(progress.fraction) measured") }
      let benchmark = try measure()
      rows.append(json(benchmark))
      if !asJSON { try console.print(line(benchmark)) }
    }
    guard asJSON else { return try console.print("signature  \(signature)") }
    try console.print(
      json: [
        "processor": JSON(processor.name), "vectorBits": JSON(bits),
        "stages": .array(rows), "signature": JSON(signature),
      ]
    )
  }

  private func line(_ benchmark: Benchmark) -> String {
    let rate =
      benchmark.rate < 10
      ? NumberFormat.decimal(benchmark.rate, places: 2)
      : NumberFormat.rate(Int(benchmark.rate), seconds: 1)
    let text =
      benchmark.name.padded(to: 28) + "\(rate) \(benchmark.unit) a second"
    return benchmark.shareOfPeak.map {
      text.padded(to: 56) + "\(NumberFormat.percent($0)) of the peak"
    } ?? text
  }

  private func json(_ benchmark: Benchmark) -> JSON {
    [
      "stage": JSON(benchmark.name), "unit": JSON(benchmark.unit),
      "perSecond": JSON(benchmark.rate.rounded()),
      "ofPeak": benchmark.shareOfPeak.map {
        JSON(($0 * 10_000).rounded() / 10_000)
      },
    ]
  }
}
