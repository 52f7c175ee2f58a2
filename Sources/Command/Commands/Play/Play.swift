import Evaluation
import TicTacToe

extension Command {
  static let play = Command(
    CommandSpecification(
      name: "play",
      summary: "Play a policy here; hint, undo, analyze.",
      group: .playAndTrain,
      operands: [
        .init(
          "POLICY", count: 0...2,
          help: PolicyOperand.help
            + " Default: the champion. Two play each other, the first as X, "
            + "and you watch.",
          words: PolicyOperand.words, folder: PolicyOperand.folder
        )
      ],
      examples: [
        .init("noughts play", "the champion"),
        .init("noughts play runs/mine --side o", "your own, going second"),
        .init("noughts play --level easy", "an opponent to beat"),
        .init("noughts play --plain", "one sentence per event"),
        .init("noughts play --two", "two people at one board"),
        .init("noughts play perfect random", "watch two policies"),
      ],
      options: [
        .choice(
          "side", of: ["x", "o"], default: "x",
          help: "Your side; X moves first."
        ),
        .flag("two", help: "Two people play, and the policy only advises."),
        .choice(
          "level", of: Level.self,
          help: "Play a level, which fails against perfect play in a fixed "
            + "share of games; beyond 16 squares it looks a few moves ahead."
        ),
        .temperature,
        .text(
          "mistakes", "FILE",
          defaultNote: "a new mistakes.txt, mistakes-2.txt, …",
          help: "Correct the policy by the mistakes in this file first, and "
            + "keep new mistakes there."
        ),
        .text(
          "record", "FILE",
          help: "Keep your finished games there, a line of JSON each as in a "
            + "tournament's log, and count them. Games loaded or swapped "
            + "halfway do not count."
        ),
        .board, .seed, .plain, .quiet, .color,
      ]
    )
  ) { arguments, console in
    Interrupts.watch()
    let board = try arguments.board(of: arguments.operands)
    let setup = try PlaySetup(arguments, on: board, console)
    let log = arguments.textIfGiven("record").map {
      GameLog(path: $0, rules: board.rules)
    }
    try log?.open()
    var session = PlaySession(
      on: board, corrections: setup.corrections, seats: setup.seats,
      isPlain: arguments.flag("plain"), log: log, seed: arguments.seed,
      console: console
    )
    return try session.play()
  }
}
