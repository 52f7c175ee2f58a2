import Evaluation
import Files
import Numbers
import Players
import TicTacToe
import Training

/// The seats and the policy of the command line.
struct PlaySetup {
  let corrections: CorrectionSession
  let seats: Seats

  /// - Throws: `UsageError` for options that do not fit the seats.
  init(_ arguments: Arguments, on board: Board, _ console: Console) throws {
    let you: Mark = arguments.text("side") == "x" ? .x : .o
    let temperature = arguments.decimal("temperature")
    let aboutOnePerson = ["side", "level", "mistakes", "record"]
      .filter(arguments.isGiven)
    let isWatched =
      arguments.operands.count == 2 && aboutOnePerson.isEmpty
      && !arguments.flag("two")
    guard isWatched || arguments.operands.count < 2 else {
      throw UsageError.unexpectedOperand(arguments.operands[1], most: 1)
    }
    if arguments.flag("two") {
      if let option = aboutOnePerson.first {
        throw UsageError.incompatible(
          option, "two", reason: "nobody plays the policy"
        )
      }
      seats = .people
    } else if isWatched {
      let other = try PolicyOperand.policy(
        named: arguments.operands[1], on: board, console
      )
      seats = .policies(.x, other: other.seated(atTemperature: temperature))
    } else {
      seats = .person(you)
    }
    let policy = try PlaySetup.opponent(arguments, on: board, console)
    corrections = try CorrectionSession(
      policy.seated(atTemperature: temperature), on: board,
      path: arguments.textIfGiven("mistakes") ?? freshPath(),
      mistakes: try arguments.textIfGiven("mistakes").map {
        try earlierMistakes($0, on: board)
      } ?? []
    )
  }

  /// The level if one is asked for, else the policy named or the champion.
  private static func opponent(
    _ arguments: Arguments, on board: Board, _ console: Console
  ) throws -> any Policy {
    guard arguments.isGiven("level") else {
      return try DefaultOpponent.policy(arguments, on: board, console)
    }
    if let operand = arguments.operands.first {
      throw UsageError.unexpectedOperand(operand, most: 0)
    }
    let level = arguments.choice("level", as: Level.self)
    let policy = level.policy(on: board)
    guard board.scope != .search else {
      console.note(
        "\(level.rawValue) looks "
          + ((policy as? LookAheadPolicy).map { "\($0.plies) moves ahead" }
            ?? "as far as a search finds the value of a move")
      )
      return policy
    }
    let report = PolicyReport(of: policy, on: board)
    func words(_ results: PolicyReport.BothSeats) -> String {
      [results.asX, results.asO].map {
        "W \(NumberFormat.decimal(100 * $0.win, places: 1))"
          + " L \(NumberFormat.decimal(100 * $0.loss, places: 1))"
      }.joined(separator: " as X, ") + " as O"
    }
    console.note(
      "\(level.rawValue), exactly, against perfect: "
        + words(report.againstPerfect)
    )
    console.note("and against random: \(words(report.againstRandom))")
    return policy
  }
}

/// The mistakes of a file that may not exist yet.
private func earlierMistakes(
  _ path: String, on board: Board
) throws -> [Mistake] {
  do {
    return try MistakesOperand.read(path, on: board, mayBeEmpty: true).mistakes
  } catch {
    if let error = error as? FileError, error.isMissing { return [] }
    throw error
  }
}

/// The first of mistakes.txt, mistakes-2.txt, … that does not exist: each
/// session has its own file.
private func freshPath() -> String {
  let names = Set((try? Folder(".").names()) ?? [])
  var (name, number) = ("mistakes.txt", 1)
  while names.contains(name) {
    number += 1
    name = "mistakes-\(number).txt"
  }
  return name
}
