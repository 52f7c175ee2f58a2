import Foundation
import TestSupport
import Testing

/// The options of a run of five checkpoints, in a moment.
let smallRun =
  briefRounds + [
    "--hidden", "4", "--games", "800", "--until", "games",
    "--evaluate-every", "256", "--checkpoint-every", "160", "--quiet",
  ]

/// What keeps the unlearning of a run short that is far from any proof.
let briefRounds = ["--negative-rounds", "1", "--negative-steps", "2"]

/// The options of a run that nobody waits for.
let endlessRun =
  briefRounds + [
    "--games", "100000000", "--until", "games", "--checkpoint-every", "16",
    "--quiet",
  ]

/// All files in a folder and what they hold.
func contents(ofFolder path: String) throws -> [String: Data] {
  let names = try FileManager.default.subpathsOfDirectory(atPath: path)
  var files: [String: Data] = [:]
  for name in names {
    files[name] = try? Data(contentsOf: URL(filePath: "\(path)/\(name)"))
  }
  return files
}

/// Writes the files of a folder, those below included.
func write(_ files: [String: Data], toFolder path: String) throws {
  for (name, data) in files {
    let file = URL(filePath: "\(path)/\(name)")
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try data.write(to: file)
  }
}

/// Makes the finished small run of a seed, 1 or 2, without training it again.
func makeSmallRun(_ path: String, seed: Int = 1) throws {
  try write(smallRuns[seed - 1].get(), toFolder: path)
}

// Trained once a process: dozens of tests begin with one of them.
private let smallRuns = (1...2).map { seed in
  Result {
    try inTemporaryFolder { folder in
      let run = "\(folder)/run"
      let result = try runCommand(
        ["train", run, "--seed", "\(seed)"] + smallRun
      )
      try #require(result.exitCode == 0, "\(result.errors)")
      return try contents(ofFolder: run)
    }
  }
}

/// Puts a text in place of a file.
func write(_ text: String, to path: String) throws {
  try Data(text.utf8).write(to: URL(filePath: path))
}

/// Waits until there is something at a path.
func waitForFile(_ path: String) {
  let deadline = ContinuousClock.now + .seconds(20)
  while !FileManager.default.fileExists(atPath: path),
    ContinuousClock.now < deadline
  {
    Thread.sleep(forTimeInterval: 0.002)
  }
}
