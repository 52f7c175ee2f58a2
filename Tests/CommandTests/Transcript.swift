import Foundation
import TestSupport

// A session in a shell, as a file of Tests/Golden/transcripts: `$` a line to
// run, `>` a line of standard output, `!` of standard error, `=` the exit code,
// `#` a comment. `.ci/golden` records what the lines give now.
struct Transcript {
  let text: String

  static let folder = goldenFolder.appending(path: "transcripts")

  static var names: [String] {
    let names = try? FileManager.default.contentsOfDirectory(
      atPath: folder.path
    )
    return (names ?? []).filter { $0.hasSuffix(".txt") }.sorted()
  }

  init(text: String) {
    self.text = text
  }

  init(named name: String) throws {
    let file = Transcript.folder.appending(path: name)
    text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
  }

  // The same lines run again, one after the other, in a folder of their own
  // that holds `Policies` and nothing else.
  func replayed() throws -> String {
    try inTemporaryFolder { folder in
      try FileManager.default.copyItem(
        atPath: root.appending(path: "Policies").path,
        toPath: "\(folder)/Policies"
      )
      var lines: [Substring] = []
      for line in text.split(separator: "\n") {
        if line.hasPrefix("#") { lines.append(line) }
        guard line.hasPrefix("$ ") else { continue }
        lines.append(line)
        let result = try run(String(line.dropFirst(2)), in: folder)
        lines += marked(result.output, with: "> ")
        lines += marked(result.errors, with: "! ")
        lines.append("= \(result.exitCode)")
      }
      return lines.joined(separator: "\n") + "\n"
    }
  }

  private func run(_ line: String, in folder: String) throws -> CommandResult {
    let bin = URL(filePath: try builtCommand()).deletingLastPathComponent()
    return try RunningCommand(
      ["-c", "cd \"$0\" && eval \"$1\"", folder, line],
      of: "/bin/bash",
      environment: ["PATH": "\(bin.path):/usr/bin:/bin"]
    ).finish(timeout: .seconds(120))
  }

  private func marked(_ text: String, with mark: String) -> [Substring] {
    // By bytes: \r\n is one character, and would be no separator.
    var lines = text.utf8.split(
      separator: UInt8(ascii: "\n"),
      omittingEmptySubsequences: false
    ).map { Substring("\(mark)\(Substring($0).withoutTimes)") }
    let rest = lines.removeLast()
    if rest != mark { lines += [rest, "# without a line's end"] }
    return lines
  }
}

extension Substring {
  // What differs from run to run by nature: speeds and times.
  fileprivate var withoutTimes: Substring {
    replacing(/[0-9.,]+[kM]? (games|steps)\/s/) { "N \($0.output.1)/s" }
      .replacing(/ETA [0-9:]+/, with: "ETA T")
      .replacing(/"seconds": [0-9.e-]+/, with: "\"seconds\": T")
      .replacing(/(beatable|perfect),[0-9.]+/) { "\($0.output.1),T" }
  }
}

private let root = goldenFolder.deletingLastPathComponent()
  .deletingLastPathComponent()

// Files that only `.ci/golden` writes.
let goldenFolder = URL(filePath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().appending(path: "Golden")
