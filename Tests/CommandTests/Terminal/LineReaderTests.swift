import Command
import Glibc
import Testing

@Suite struct LineReaderTests {
  /// Everything read from a file of these bytes, up to the end.
  private func lines(_ text: String) throws -> [InputLine] {
    let descriptor = try temporaryFile(text)
    defer { close(descriptor) }
    return try lines(of: descriptor)
  }

  private func lines(of descriptor: Int32) throws -> [InputLine] {
    var reader = LineReader(descriptor: descriptor)
    var lines: [InputLine] = []
    while let line = Optional(try reader.read()), line != .end {
      lines.append(line)
    }
    #expect(try reader.read() == .end)
    return lines
  }

  @Test(arguments: [
    ("", []), ("\n", [""]), ("a\nb\n", ["a", "b"]), ("a\nb", ["a", "b"]),
    ("a\r\n\r\nb\r", ["a", "", "b"]), ("a\r\rb\n", ["a\r\rb"]),
  ])
  func `lines end by either convention or by the end`(
    text: String,
    expected: [String]
  ) throws {
    #expect(try lines(text) == expected.map { .line($0) })
  }

  @Test func `4,096 bytes are a line and 4,097 are too long`() throws {
    let longest = String(repeating: "a", count: 4_096)
    #expect(try lines(longest + "\r\nb") == [.line(longest), .line("b")])
    #expect(try lines(longest + "a\nb") == [.tooLong, .line("b")])
    #expect(try lines(longest + "a\r\nb") == [.tooLong, .line("b")])
    #expect(try lines(longest + longest) == [.tooLong])
  }

  @Test func `bytes that are no UTF-8 are repaired`() throws {
    let descriptor = try temporaryFile()
    defer { close(descriptor) }
    let bytes: [UInt8] = [0x61, 0xff, 0xc3, 0x0a, 0xc3, 0xa9]
    _ = unsafe pwrite(descriptor, bytes, bytes.count, 0)
    #expect(
      try lines(of: descriptor) == [.line("a\u{fffd}\u{fffd}"), .line("é")]
    )
  }

  @Test func `50 MB without an end are skipped in little memory`() async {
    await #expect(processExitsWith: .exitCode(7)) {
      let descriptor = try temporaryFile()
      let size = 50_000_000
      let end = Array("\nafter\n".utf8)
      _ = unsafe pwrite(descriptor, end, end.count, size)
      let before = Self.peakMemory()
      var reader = LineReader(descriptor: descriptor)
      guard try reader.read() == .tooLong else { exit(1) }
      guard try reader.read() == .line("after") else { exit(2) }
      exit(Self.peakMemory() - before < 10_000 ? 7 : 3)
    }
  }

  @Test func `what cannot be read is an error`() throws {
    let folder = unsafe open("/", O_RDONLY | O_CLOEXEC)
    defer { close(folder) }
    var reader = LineReader(descriptor: folder)
    do {
      _ = try reader.read()
      Issue.record("a folder was read")
    } catch {
      #expect(error == .cannotRead("standard input", code: EISDIR))
    }
  }

  /// In kilobytes.
  private static func peakMemory() -> Int {
    var usage = rusage()
    _ = unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss
  }
}
