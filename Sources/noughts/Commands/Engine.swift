import Evaluation
import Players
import UCI

extension Command {
  /// `noughts engine [POLICY]`.
  static let engine = Command(
    CommandSpecification(
      name: "engine",
      summary: "Speak UCI on stdin and stdout.",
      group: .lookDeeper,
      operands: [
        .optional(
          "POLICY",
          help: PolicyOperand.help + " Default: the champion.",
          words: UniformPolicy.all.map(\.name)
        )
      ],
      examples: [
        .init("noughts engine", "the champion, for a chess interface"),
        .init("noughts engine random --seed 2", "another"),
      ],
      options: [.seed, .quiet]
    )
  ) { arguments, console in
    let policy =
      try arguments.operands.first.map {
        try PolicyOperand.policy(named: $0, console)
      } ?? DefaultOpponent.policy(console)
    var engine = UCIEngine(
      policy: policy,
      levels: Level.allCases.map(\.policy).filter { $0.name != policy.name },
      version: Commands.version,
      seed: UInt64(arguments.integer("seed"))
    )
    while true {
      switch try console.ask("") {
      case .end: return .success
      case .interrupted: return .interrupted
      // The protocol asks to ignore what makes no sense.
      case .tooLong: continue
      case .line(let line):
        guard let answer = engine.answer(line) else { return .success }
        for line in answer { try console.print(line) }
        try console.flush()
      }
    }
  }
}
