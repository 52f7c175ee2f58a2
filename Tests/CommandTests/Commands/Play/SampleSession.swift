import Players
import TestSupport
import TicTacToe

@testable import Command

// Plays what was typed at a board in memory.
func play(
  _ input: String,
  against policy: UniformPolicy = .first,
  seats: Seats = .person(.x),
  isPlain: Bool = true,
  log: GameLog? = nil,
  on environment: Environment = Environment()
) throws -> (text: String, code: ExitCode) {
  let console = Console.inMemory(environment, input: input)
  var session = PlaySession(
    on: .ticTacToe,
    corrections: try CorrectionSession(
      policy,
      on: .ticTacToe,
      path: "/dev/null",
      mistakes: []
    ),
    seats: seats,
    isPlain: isPlain,
    log: log,
    console: console
  )
  let code = try session.play()
  try console.flush()
  return (console.output.text, code)
}
