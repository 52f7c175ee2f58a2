import Foundation
import TestSupport
import Testing

// Runs the command in a folder of its own.
func runShow(
  _ words: [String],
  in folder: String,
  environment: [String: String] = [:],
  terminal: Bool = false
) throws -> CommandResult {
  try RunningCommand(
    ["-c", "cd \"$0\" && exec \"$@\"", folder, builtCommand()] + words,
    of: "/bin/bash",
    streams: terminal ? .terminal(input: "") : .files(input: ""),
    environment: environment
  ).finish()
}

// The same, the words one by one.
func runShow(
  _ words: String...,
  in folder: String,
  environment: [String: String] = [:],
  terminal: Bool = false
) throws -> CommandResult {
  try runShow(
    words,
    in: folder,
    environment: environment,
    terminal: terminal
  )
}

// A folder with a finished run of games, `runs/a`, and one of steps, `runs/b`.
func withShownRuns(_ body: (String) throws -> Void) throws {
  try inTemporaryFolder { folder in
    try write(shownRuns.get(), toFolder: folder)
    // Runs are listed by age, and a clock may tick less often than it is read.
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: -60)],
      ofItemAtPath: "\(folder)/runs/a/config.json"
    )
    try body(folder)
  }
}

// Trained once a process: every test of `noughts show` begins with them.
private let shownRuns = Result {
  try inTemporaryFolder { folder in
    let steps = "--method negatives --hidden 2 --steps 40 --evaluate-every 10"
    let runs = [
      ["runs/a"] + smallRun,
      ["runs/b", "--until", "steps", "-q"]
        + steps.split(separator: " ").map(String.init),
    ]
    for words in runs {
      let result = try runShow(["train"] + words, in: folder)
      try #require(result.exitCode == 0)
    }
    return try contents(ofFolder: folder)
  }
}

func outputLines(_ result: CommandResult) -> [Substring] {
  result.output.split(separator: "\n", omittingEmptySubsequences: false)
}
