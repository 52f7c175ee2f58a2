import Files
import Players
import TestSupport
import TicTacToe
import Training

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

// Plays what was typed as X against a policy that may be corrected, and reads
// the mistakes kept in a folder; nil without a file.
func playCorrecting(
  _ policy: any Policy,
  _ mistakes: [Mistake],
  _ input: String,
  in folder: String
) throws -> (text: String, file: String?, policy: any Policy) {
  let path = folder + "/mistakes.txt"
  let console = Console.inMemory(input: input)
  var session = PlaySession(
    on: .ticTacToe,
    corrections: try CorrectionSession(
      policy,
      on: .ticTacToe,
      path: path,
      mistakes: mistakes
    ),
    seats: .person(.x),
    isPlain: true,
    seed: 1,
    console: console
  )
  _ = try session.play()
  try console.flush()
  let bytes = try? DurableFile(path).read(limit: 1000)
  let file = bytes.map { String(decoding: $0, as: UTF8.self) }
  return (console.output.text, file, session.policy)
}
