import Checkpoints
import Files
import Glibc
import TestSupport
import Testing

@Suite struct AppendLogTests {
  @Test func `lines are appended`() throws {
    try inTemporaryFolder { folder in
      let log = AppendLog(folder + "/metrics.jsonl")
      #expect(try log.length() == 0)
      try log.append(Array("one".utf8))
      #expect(try log.length() == 4)
      try log.append([])
      try log.append(JSONWriter.line(["games": JSON(1)]))
      try log.synchronize()
      #expect(text(log.path) == "one\n\n{\"games\": 1}\n")
    }
  }

  @Test func `each line is one write`() throws {
    try inTemporaryFolder { folder in
      var calls = SystemCalls.real
      calls.write = { descriptor, bytes throws(FileError.Reason) in
        #expect(bytes == Array("abc\n".utf8)[...])
        return try SystemCalls.real.write(descriptor, bytes)
      }
      try AppendLog(folder + "/log", calls: calls).append(Array("abc".utf8))
    }
  }

  @Test func `a log is cut to a length that it had`() throws {
    try inTemporaryFolder { folder in
      let log = AppendLog(folder + "/log")
      try log.append(Array("one".utf8))
      let length = try log.length()
      try log.append(Array("two".utf8))
      try log.truncate(to: length)
      try log.truncate(to: length)
      #expect(text(log.path) == "one\n")
      try log.append(Array("three".utf8))
      #expect(text(log.path) == "one\nthree\n")
      expect("cannot truncate \(log.path): 10 bytes, expected at least 11") {
        try log.truncate(to: 11)
      }
    }
  }

  @Test func `a line that does not fit leaves no part of it`() throws {
    try inTemporaryFolder { folder in
      let path = folder + "/log"
      try AppendLog(path).append(Array("one".utf8))
      let failing = FailingCalls(failing: 2)
      expect("cannot append to \(path): No space left on device") {
        try AppendLog(path, calls: failing.calls).append(Array("two".utf8))
      }
      #expect(text(path) == "one\n")
    }
  }

  @Test func `a log is there before its first line, and keeps what it has`()
    throws
  {
    try inTemporaryFolder { folder in
      let log = AppendLog(folder + "/log")
      try log.open()
      #expect(text(log.path) == "")
      try log.append(Array("one".utf8))
      try log.open()
      #expect(text(log.path) == "one\n")
    }
    expect("cannot append to none/log: No such file or directory") {
      try AppendLog("none/log").open()
    }
    expect("cannot append to /dev/null: Not a regular file") {
      try AppendLog("/dev/null").open()
    }
  }

  @Test func `only a regular file is a log`() {
    expect("cannot append to /dev/null: Not a regular file") {
      try AppendLog("/dev/null").append([])
    }
    expect("cannot append to none/log: No such file or directory") {
      try AppendLog("none/log").append([])
    }
    expect("cannot truncate none/log: No such file or directory") {
      try AppendLog("none/log").truncate(to: 0)
    }
  }

  @Test func `a torn last line is left out, and removed on request`() throws {
    try inTemporaryFolder { folder in
      let log = AppendLog(folder + "/log")
      #expect(try log.wholeLines(limit: 100).isEmpty)
      try log.removeTornLine(limit: 100)
      #expect(text(log.path) == nil)
      try DurableFile(log.path).write(Array("one\n\ntwo\nthr".utf8))
      let lines = try log.wholeLines(limit: 100)
      #expect(lines.map(Array.init) == [Array("one".utf8), Array("two".utf8)])
      #expect(lines.map(\.endIndex) == [3, 8])
      try log.removeTornLine(limit: 100)
      #expect(text(log.path) == "one\n\ntwo\n")
      try log.removeTornLine(limit: 100)
      #expect(text(log.path) == "one\n\ntwo\n")
      expect("cannot read \(log.path): 9 bytes, expected at most 8") {
        _ = try log.wholeLines(limit: 8)
      }
      try DurableFile(log.path).write(Array("torn".utf8))
      try log.removeTornLine(limit: 100)
      #expect(text(log.path) == "")
    }
  }

  @Test func `a last line without its line feed gets one first`() throws {
    try inTemporaryFolder { folder in
      let log = AppendLog(folder + "/log")
      try log.append(afterWholeLine: Array("one".utf8))
      try log.append(afterWholeLine: Array("two".utf8))
      #expect(text(log.path) == "one\ntwo\n")
      try DurableFile(log.path).write(Array("by hand".utf8))
      try log.append(afterWholeLine: Array("three".utf8))
      #expect(text(log.path) == "by hand\nthree\n")
    }
  }

  @Test func `what is missing can count as empty`() throws {
    try inTemporaryFolder { folder in
      let missing = folder + "/none"
      #expect(try DurableFile(missing).read(limit: 1, ifMissing: [7]) == [7])
      #expect(try Folder(missing).names(ifMissing: ["a"]) == ["a"])
      #expect(try Folder(folder).names(ifMissing: ["a"]) == [])
      expect("cannot list \(missing): No such file or directory") {
        _ = try Folder(missing).names()
      }
      try DurableFile(missing).write([])
      expect("cannot list \(missing): Not a directory") {
        _ = try Folder(missing).names(ifMissing: [])
      }
      expect("cannot read \(folder): Not a regular file") {
        _ = try DurableFile(folder).read(limit: 1, ifMissing: [])
      }
    }
  }

  @Test func `a line feed in a line is misuse`() async {
    let result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      try? AppendLog("/dev/null").append([0x0A])
    }
    #expect(result.message.contains("a line feed in a line of /dev/null"))
  }
}
