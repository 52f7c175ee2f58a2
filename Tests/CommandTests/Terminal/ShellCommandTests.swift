import Foundation
import Testing
import TicTacToe

@Suite struct ShellCommandTests {
  @Test(arguments: [
    ("runs/a-1.json", "runs/a-1.json"), ("my games", "'my games'"),
    ("it's", "'it'\\''s'"), ("", "''"), ("ä$x", "'ä$x'"),
    ("z'\u{301};touch P;'\u{301}", "'z'\\''\u{301};touch P;'\\''\u{301}'"),
    ("a\u{1b}]0;'\u{7}", "$'a\\033]0;\\'\\007'"),
    ("\u{202e}x", "$'\\342\\200\\256x'"),
  ])
  func `a word is quoted where it must be`(word: String, expected: String) {
    let text = ShellCommand([word]).description
    #expect(Array(text.utf8) == Array(expected.utf8))
  }

  @Test func `no word becomes an option`() {
    let command = ShellCommand(
      ["noughts"], operands: ["-y"], options: ShellCommand.option("out", "-x")
    )
    #expect(command.description == "noughts --out=-x -- -y")
  }

  /// The words that bash makes of a line, each ended by a zero.
  private func pasted(_ line: String) throws -> [UInt8] {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["-c", line]
    process.standardOutput = pipe
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return Array(data)
  }

  @Test(arguments: [false, true])
  func `a shell reads back every scalar, alone and with an accent`(
    isASCII: Bool
  ) throws {
    let scalars = (Array(1...0x2100) + [0xfeff, 0xfffd, 0x1f600, 0xe0001])
      .compactMap { Unicode.Scalar(UInt32($0)) }
    for part in stride(from: 0, to: scalars.count, by: 1000) {
      let words = scalars[part..<min(part + 1000, scalars.count)].flatMap {
        ["\($0)", "'\($0)", "\($0)\u{301};'\u{301}", "\\\($0) $HOME"]
      }
      let text = ShellCommand(["printf", "%s\\0"] + words)
        .text(isASCII: isASCII)
      let isPrintable = text.unicodeScalars.allSatisfy { $0.isPrintable }
      #expect(isPrintable)
      let largest = text.utf8.max() ?? 0
      #expect(!isASCII || largest < 0x80)
      let bytes = try pasted(text)
      #expect(bytes == words.flatMap { Array($0.utf8) + [0] })
    }
  }

  /// Commands to copy are made by `ShellCommand` alone: no text of the sources
  /// puts a value into one itself.
  @Test func `no source writes a command with a value in it`() throws {
    let sources = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Sources").standardizedFileURL
    let files = try #require(
      FileManager.default.enumerator(atPath: sources.path)
    )
    let pattern = try Regex(
      "noughts (train|play|evaluate|show|tournament|study|engine)[^\"]*\\\\\\("
    )
    var count = 0
    for case let name as String in files where name.hasSuffix(".swift") {
      count += 1
      let text = try String(
        contentsOf: sources.appending(path: name), encoding: .utf8
      )
      for line in text.split(separator: "\n") where line.contains(pattern) {
        Issue.record("\(name): \(line)")
      }
    }
    #expect(count > 100)
  }
}
