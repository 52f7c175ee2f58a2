import Checkpoints
import Command
import Foundation
import Testing
import TicTacToe

/// Names that steer a terminal, reorder a line or forge one.
@Suite struct HostileNamesTests {
  private static let name =
    "x\u{1b}]0;t\u{7}\u{1b}[31m\u{9b}2J\u{202e}\u{2028}\r\nforged"

  private func check(_ text: String) {
    let isClean = text.unicodeScalars.allSatisfy {
      $0.isPrintable || $0 == "\n"
    }
    #expect(isClean, "\(printable(text))")
    let isForged = text.byteLines.contains { $0.begins(with: "forged") }
    #expect(!isForged, "\(printable(text))")
  }

  @Test func `no control passes the console, by any of its ways`() throws {
    let console = Console.inMemory()
    let name = Self.name.replacing("\u{1b}[31m", with: "")
    try console.print(name)
    try console.print(verbatim: name)
    try console.print(json: ["name": .string(name)])
    try console.print(name, ShellCommand([name]))
    console.note(name)
    console.note(name, ShellCommand([name]))
    console.warn(name)
    console.report(Failure(.usage, name, hint: name))
    console.finishProgress { [name] }
    for text in [console.output.text, console.errors.text] {
      let isClean = text.unicodeScalars.allSatisfy {
        $0.isPrintable || $0 == "\n"
      }
      #expect(isClean, "\(printable(text))")
    }
  }

  @Test func `no command lets a name out raw`() throws {
    try withShownRuns { folder in
      let path = "runs/\(Self.name)"
      try FileManager.default.moveItem(
        atPath: "\(folder)/runs/a", toPath: "\(folder)/\(path)"
      )
      let out = "t\(Self.name)"
      let commands: [[String]] = [
        ["show"], ["show", path], ["show", path, "--json"],
        ["show", path, "--csv", "-"], ["show", path, "--csv", out],
        ["show", path, "--svg", "\(out).svg"], ["show", path + "x"],
        ["evaluate", path], ["evaluate", path, "first"],
        ["evaluate", path, "--json"],
        ["evaluate", path, "--map", "\(out).svg"],
        ["evaluate", path, "--position", "X../.O./..X"],
        ["evaluate", path, "--require", "perfect"],
        ["tournament", path, "first"], ["tournament", path, path],
        ["tournament", path, "first", "--json"],
        ["tournament", path, "first", "--gate"],
        ["tournament", path, "first", "--sample", "2", "--out", out],
        ["tournament", path, "first", "--sample", "2", "--out", path],
        ["play", path], ["play", path, "first"], ["engine", path],
        ["train", path], ["train", "--resume", path],
        ["train", out + "2", "--continue", path, "--games", "64"],
        ["train", "--mistakes", path], ["train", "--watch", path],
      ]
      for words in commands {
        let result = try runShow(words, in: folder)
        check(result.output)
        check(result.errors)
      }
    }
  }
}
