import Foundation
import TestSupport
import Testing

// With as much room as a policy file of the greatest size may take, and the
// program itself: a reader that allocated what such a file claims would need
// more. `.ci/sanitize` leaves these out, since a sanitizer maps terabytes.
@Suite struct MemoryTests {
  fileprivate static let head = """
    {"format": "noughts.policy", "version": 1, "rules": {"columns": 3, \
    "rows": 3, "inARow": 3}, "input": {"planes": ["mover", "opponent"], \
    "canonical": true}, "layers": [
    """

  /// What fills a file, piece by piece, from its first bytes to its last.
  enum Hostile: String, CaseIterable {
    case numbers, arrays, text, layers, rows

    var parts: (head: String, piece: String, tail: String) {
      switch self {
      case .numbers: ("[0", ",0", "]")
      case .arrays: ("[[]", ",[]", "]")
      case .text: ("[\"", "a", "\"]")
      case .layers: (MemoryTests.head + "{}", ",{}", "]}")
      case .rows: (MemoryTests.head + "{\"weights\": [[]", ",[]", "]}]}")
      }
    }

    /// A file as large as a reader takes.
    var text: String {
      let (head, piece, tail) = parts
      let room = (16 << 20) - head.utf8.count - tail.utf8.count
      let count = room / piece.utf8.count
      return head + String(repeating: piece, count: count) + tail
    }
  }

  /// Evaluates a file in so many kilobytes of memory.
  private func evaluate(
    _ hostile: Hostile,
    kilobytes: Int
  ) throws -> CommandResult {
    try inTemporaryFolder { folder in
      let file = folder + "/hostile.json"
      try Data(hostile.text.utf8).write(to: URL(filePath: file))
      let line = "ulimit -v \(kilobytes); exec \"$0\" evaluate \"$1\""
      return try RunningCommand(
        ["-c", line, builtCommand(), file],
        of: "/bin/sh",
        // Addresses that each thread reserves, and mostly does not use.
        environment: ["MALLOC_ARENA_MAX": "1"]
      ).finish()
    }
  }

  @Test(arguments: Hostile.allCases)
  func `a hostile file is refused in little memory`(
    _ hostile: Hostile
  ) throws {
    let result = try evaluate(hostile, kilobytes: 400_000)
    #expect(result.exitCode == 65)
    #expect(result.errors.hasPrefix("noughts: "))
  }

  @Test func `less memory than that would not do`() throws {
    #expect(try evaluate(.numbers, kilobytes: 150_000).exitCode > 128)
  }
}
