import Checkpoints
import Evaluation
import Players
import TicTacToe
import Training

extension Command {
  /// `noughts play [POLICY]`.
  static let play = Command(
    CommandSpecification(
      name: "play",
      summary: "Play a policy here; hint, undo, correct it.",
      group: .playAndTrain,
      operands: [DefaultOpponent.operand],
      examples: [
        .init("noughts play", "the champion"),
        .init("noughts play runs/mine --side o", "your own, going second"),
        .init("noughts play --level easy", "one that can be beaten"),
        .init("noughts play --plain", "one sentence an event"),
      ],
      options: [
        .choice(
          "side",
          of: ["x", "o"],
          default: "x",
          help: "Your side; X moves first."
        ),
        .choice(
          "level",
          of: Level.self,
          help: "Instead of a policy: how much is lost to perfect play."
        ),
        .decimal(
          "temperature",
          in: 0...100,
          default: 0,
          help: "Above 0 a network draws its moves instead of the likeliest."
        ),
        .text(
          "mistakes",
          "FILE",
          defaultNote: "a new mistakes.txt, mistakes-2.txt, …",
          help: "Correct the policy by this file first; keep new ones there."
        ),
        .seed, .plain, .quiet, .color,
      ]
    )
  ) { arguments, console in
    Interrupts.watch()
    var policy = try opponent(arguments, console)
    if var network = policy as? NetworkPolicy {
      network.temperature = Float(arguments.decimal("temperature"))
      policy = network
    }
    var session = PlaySession(
      teaching: try Teaching(
        policy,
        path: arguments.textIfGiven("mistakes") ?? freshPath(),
        mistakes: try arguments.textIfGiven("mistakes").map(earlierMistakes)
          ?? []
      ),
      you: arguments.text("side") == "x" ? .x : .o,
      isPlain: arguments.flag("plain"),
      seed: arguments.seed,
      console: console
    )
    return try session.play()
  }
}

/// A level where one is asked for, the policy named, or the champion.
private func opponent(
  _ arguments: Arguments,
  _ console: Console
) throws -> any Policy {
  guard arguments.isGiven("level") else {
    return try DefaultOpponent.policy(arguments, console)
  }
  if let operand = arguments.operands.first {
    throw UsageError.unexpectedOperand(operand, most: 0)
  }
  let level = arguments.choice("level", as: Level.self)
  let policy = level.policy
  let table = PolicyTable(of: policy)
  func score(_ opponent: UniformPolicy) -> String {
    let other = PolicyTable(of: opponent)
    let results = [Mark.x, .o].map {
      ExpectedResult(of: table, in: $0, against: other)
    }
    let words = results.map {
      "W \(Figure.decimal(100 * $0.win, places: 1))"
        + " L \(Figure.decimal(100 * $0.loss, places: 1))"
    }
    return "\(words[0]) as X, \(words[1]) as O"
  }
  console.note(
    "\(level.rawValue), exactly, against perfect: \(score(.perfect))"
  )
  console.note("and against random: \(score(.random))")
  return policy
}

/// The mistakes of a file that may not exist yet.
private func earlierMistakes(_ path: String) throws -> [Mistake] {
  do { return try MistakesOperand.read(path, mayBeEmpty: true).mistakes } catch
  {
    if let error = error as? FileError, error.isMissing { return [] }
    throw error
  }
}

/// The first of mistakes.txt, mistakes-2.txt, … that is not there: the marks
/// of one session make one file, from which it can be played again.
private func freshPath() -> String {
  let names = Set((try? Folder(".").names()) ?? [])
  var (name, number) = ("mistakes.txt", 1)
  while names.contains(name) {
    number += 1
    name = "mistakes-\(number).txt"
  }
  return name
}
