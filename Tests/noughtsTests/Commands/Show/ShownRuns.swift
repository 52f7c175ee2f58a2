import Foundation
import Testing

// Runs the command in a folder of its own.
func runShow(
  _ words: String...,
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

// A folder with a finished run of games and one of steps.
func withShownRuns(_ body: (String) throws -> Void) throws {
  try inTemporaryFolder { folder in
    let train = ["train", "runs/a"] + smallRun
    let made = try RunningCommand(
      ["-c", "cd \"$0\" && exec \"$@\"", folder, builtCommand()] + train,
      of: "/bin/bash"
    ).finish()
    try #require(made.exitCode == 0)
    let steps = try runShow(
      "train",
      "runs/b",
      "--method",
      "negatives",
      "--hidden",
      "2",
      "--steps",
      "40",
      "--evaluate-every",
      "10",
      "--until",
      "steps",
      "-q",
      in: folder
    )
    try #require(steps.exitCode == 0)
    try body(folder)
  }
}

func outputLines(_ result: CommandResult) -> [Substring] {
  result.output.split(separator: "\n", omittingEmptySubsequences: false)
}
