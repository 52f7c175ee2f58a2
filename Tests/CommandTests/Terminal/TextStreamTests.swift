import Command
import Glibc
import Testing

@Suite struct TextStreamTests {
  @Test func `text waits for the flush`() throws {
    let file = try temporaryFile()
    defer { close(file) }
    var stream = TextStream(descriptor: file, name: "file")
    try stream.write("a")
    try stream.write("é")
    #expect(contents(of: file) == "")
    try stream.flush()
    try stream.flush()
    #expect(contents(of: file) == "aé")
  }

  @Test func `a full buffer does not wait`() throws {
    let file = try temporaryFile()
    defer { close(file) }
    let text = String(repeating: "0123456789", count: 10_000)
    var stream = TextStream(descriptor: file, name: "file")
    try stream.write(text)
    #expect(contents(of: file) == text)
  }

  @Test func `a failure is told once`() throws {
    let full = unsafe open("/dev/full", O_WRONLY | O_CLOEXEC)
    defer { close(full) }
    var stream = TextStream(descriptor: full, name: "file")
    try stream.write("a")
    do {
      try stream.flush()
      Issue.record("a full disk took it")
    } catch {
      #expect(error == .cannotWrite("file", code: ENOSPC))
      #expect(
        error.message == "cannot write to file: No space left on device"
      )
    }
    try stream.write("b")
    try stream.flush()
  }

  @Test func `where pipes may break, a reader that left is none`() async {
    await #expect(processExitsWith: .exitCode(7)) {
      Interrupts.ignoreBrokenPipes()
      var ends: [Int32] = [-1, -1]
      _ = unsafe pipe(&ends)
      close(ends[0])
      var stream = TextStream(descriptor: ends[1], name: "pipe")
      try stream.write("a")
      try stream.flush()
      try stream.write("b")
      try stream.flush()
      exit(7)
    }
  }
}
