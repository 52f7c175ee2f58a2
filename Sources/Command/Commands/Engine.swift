import Evaluation
import Players
import TicTacToe
import UCI

extension Command {
  static let engine = Command(
    CommandSpecification(
      name: "engine",
      summary: "Speak UCI on stdin and stdout.",
      group: .lookDeeper,
      operands: [DefaultOpponent.operand],
      examples: [
        .init("noughts engine", "the champion, for a chess interface"),
        .init("noughts engine random --seed 2", "another policy"),
      ],
      options: [.seed, .quiet]
    )
  ) { arguments, console in
    let board = arguments.board()
    let policy = try DefaultOpponent.policy(arguments, on: board, console)
    var engine = UCIEngine(
      policy: policy,
      levels: Level.allCases.map(\.rawValue).filter { $0 != policy.name },
      version: Commands.version, seed: arguments.seed
    ) { name in
      // Made when it is chosen: finding a mixture takes a while.
      Level(rawValue: name)?.policy(on: board) ?? policy
    }
    while true {
      switch try console.ask("") {
      case .end: return .success
      case .interrupted: return .interrupted
      // The protocol asks to ignore unknown lines.
      case .tooLong: continue
      case .line(let line):
        guard let answer = engine.answer(line) else { return .success }
        for line in answer { try console.print(verbatim: printable(line)) }
        try console.flush()
      }
    }
  }
}
