import Foundation
import TestSupport

// Command lines that together print nearly everything there is, each short;
// FOLDER stands for a folder of their own.
let sampleRuns: [[String]] = [
  [],
  ["help", "train"],
  ["help", "tournament"],
  ["evaluate", "center"],
  ["evaluate", "first", "--position", "X../.O./..X"],
  ["play", "first"],
  ["play", "first", "--plain", "--record", "FOLDER/log.jsonl"],
  ["play", "first", "center"],
  ["play", "--level", "easy"],
  ["play", "first", "--two"],
  ["tournament", "perfect", "first", "center", "random"],
  ["tournament", "first", "random", "--sample", "20", "--out", "FOLDER/t"],
  ["tournament", "first", "center", "--sample", "4", "--out", "FOLDER/u"],
  ["tournament", "first", "perfect", "--gate"],
  ["train", "FOLDER/run"] + smallRun.dropLast(),
  ["nosuch"],
  ["train", "--games", "many"],
  ["evaluate", "perfetc"],
  ["evaluate", "FOLDER"],
]

// What is typed where one of them asks.
let sampleInput = "5\nanalyze\nheat\nxyzzy\n?\nhint\nswap\nundo\nq\n"

// Runs a sample in a folder of its own.
func runSample(
  _ words: [String],
  terminal: Bool = false,
  environment: [String: String] = [:]
) throws -> CommandResult {
  try inTemporaryFolder { folder in
    try runCommand(
      words.map { $0.replacing("FOLDER", with: folder) },
      streams: terminal
        ? .terminal(input: sampleInput) : .files(input: sampleInput),
      environment: environment
    )
  }
}
