import Files
import Glibc
import TestSupport
import Testing

@Suite struct FileLockTests {
  // A child that another test starts has a copy of every lock until it runs its
  // own program, so that one that was given back may be held for a moment.
  private func isSoon(_ isTrue: () throws -> Bool) rethrows -> Bool {
    for _ in 0..<1000 {
      if try isTrue() { return true }
      usleep(1_000)
    }
    return false
  }

  @Test func `a lock is held by one at a time, and names its process`() throws {
    try inTemporaryFolder { folder in
      let path = folder + "/lock"
      let lock = try FileLock(path)
      expect(
        "cannot lock \(path): Another process holds it (pid \(getpid()))"
      ) {
        _ = try FileLock(path)
      }
      withExtendedLifetime(lock) {}
    }
  }

  @Test func `a lock ends with its object, and the file stays`() throws {
    try inTemporaryFolder { folder in
      let path = folder + "/lock"
      for _ in 1...3 {
        #expect(isSoon { (try? FileLock(path)) != nil })
      }
      #expect(text(path) == "\(getpid())\n")
    }
  }

  @Test func `what a dead process left in the file is no lock`() throws {
    try inTemporaryFolder { folder in
      let path = folder + "/lock"
      try DurableFile(path).write(Array("1234567890\n".utf8))
      let lock = try FileLock(path)
      withExtendedLifetime(lock) {}
      #expect(text(path) == "\(getpid())\n")
    }
  }

  @Test func `whether a lock is held is seen without taking it`() throws {
    try inTemporaryFolder { folder in
      let path = folder + "/lock"
      #expect(try !FileLock.isHeld(path))
      #expect(try Folder(folder).names() == [])
      do {
        let lock = try FileLock(path)
        #expect(try FileLock.isHeld(path))
        withExtendedLifetime(lock) {}
      }
      // Given back by now, and asking has not kept it.
      #expect(try isSoon { try !FileLock.isHeld(path) })
      #expect(isSoon { (try? FileLock(path)) != nil })
      #expect(throws: FileError.self) { try FileLock.isHeld(folder) }
    }
  }

  @Test(
    arguments: [
      ("", true), ("17\n", true), ("mine\n", false), ("1 2\n", false),
      ("12345678901234567", false),
    ]
  )
  func `a file of something else is told from a lock`(
    content: String,
    isLock: Bool
  ) throws {
    try inTemporaryFolder { folder in
      #expect(!FileLock.isLock(folder + "/lock"))
      try DurableFile(folder + "/lock").write(Array(content.utf8))
      #expect(FileLock.isLock(folder + "/lock") == isLock)
    }
  }

  @Test func `the process is left out where the file does not tell`() throws {
    try inTemporaryFolder { folder in
      let path = folder + "/lock"
      let lock = try FileLock(path)
      try AppendLog(path).append(Array("nonsense of some length".utf8))
      expect("cannot lock \(path): Another process holds it") {
        _ = try FileLock(path)
      }
      withExtendedLifetime(lock) {}
    }
  }

  @Test func `only a regular file is locked`() throws {
    try inTemporaryFolder { folder in
      try Folder(folder + "/folder").create()
      expect("cannot lock \(folder)/folder: Is a directory") {
        _ = try FileLock(folder + "/folder")
      }
      _ = unsafe mkfifo(folder + "/pipe", 0o644)
      expect("cannot lock \(folder)/pipe: Not a regular file") {
        _ = try FileLock(folder + "/pipe")
      }
      try DurableFile(folder + "/mine").write([1])
      _ = unsafe symlink("mine", folder + "/link")
      #expect(throws: FileError.self) { try FileLock(folder + "/link") }
      #expect(text(folder + "/mine") == "\u{1}")
      expect("cannot lock \(folder)/no/lock: No such file or directory") {
        _ = try FileLock(folder + "/no/lock")
      }
    }
  }
}
