import Files
import Glibc
import TestSupport
import Testing

@Suite struct DurableFileTests {
  @Test func `a file is written and read back`() throws {
    try inTemporaryFolder { folder in
      let file = DurableFile(folder + "/a.json")
      let long = [UInt8](repeating: 7, count: 100_000)
      for bytes in [[], [1], long, [2]] {
        try file.write(bytes)
        #expect(try file.read(limit: bytes.count) == bytes)
      }
      #expect(try Folder(folder).names() == ["a.json"])
    }
  }

  @Test func `a new file is whole, and what is there stays`() throws {
    try inTemporaryFolder { folder in
      let file = DurableFile(folder + "/a")
      try file.create([1, 2])
      #expect(try file.read(limit: 2) == [1, 2])
      expect("cannot create \(folder)/a: File exists") {
        try file.create([3])
      }
      #expect(try file.read(limit: 2) == [1, 2])
      expect("cannot create \(folder): Not a regular file") {
        try DurableFile(folder).create([3])
      }
      #expect(try Folder(folder).names() == ["a"])
    }
  }

  @Test func `a file keeps its mode and a new one follows the mask`() throws {
    try inTemporaryFolder { folder in
      let path = folder + "/a"
      let mask = umask(0o027)
      defer { umask(mask) }
      try DurableFile(path).write([1])
      #expect(mode(path) == 0o640)
      for mode in [0o600, 0o444, 0o666, 0o755] as [mode_t] {
        _ = unsafe chmod(path, mode)
        try DurableFile(path).write([2])
        #expect(self.mode(path) == mode)
      }
    }
  }

  @Test func `what a symbolic link leads to is written and the link stays`()
    throws
  {
    try inTemporaryFolder { folder in
      try Folder(folder + "/deep").create()
      let target = folder + "/deep/target"
      _ = unsafe symlink("deep/target", folder + "/one")
      _ = unsafe symlink(folder + "/one", folder + "/two")
      for text in ["new", "again"] {
        try DurableFile(folder + "/two").write(Array(text.utf8))
        #expect(isLink(folder + "/one") && isLink(folder + "/two"))
        #expect(FilesTests.text(target) == text)
        #expect(try Folder(folder + "/deep").names() == ["target"])
      }
    }
  }

  @Test func `links in a circle are an error`() throws {
    try inTemporaryFolder { folder in
      _ = unsafe symlink("b", folder + "/a")
      _ = unsafe symlink("a", folder + "/b")
      expect("cannot write \(folder)/a: Too many levels of symbolic links") {
        try DurableFile(folder + "/a").write([1])
      }
    }
  }

  @Test func `only regular files are read and replaced`() throws {
    try inTemporaryFolder { folder in
      let pipe = folder + "/pipe"
      _ = unsafe mkfifo(pipe, 0o600)
      expect("cannot read \(pipe): Not a regular file") {
        _ = try DurableFile(pipe).read(limit: 1)
      }
      expect("cannot write \(pipe): Not a regular file") {
        try DurableFile(pipe).write([1])
      }
      expect("cannot read \(folder): Not a regular file") {
        _ = try DurableFile(folder).read(limit: 1)
      }
      expect("cannot write \(folder): Not a regular file") {
        try DurableFile(folder).write([1])
      }
      expect("cannot write \(folder)/: Is a directory") {
        try DurableFile(folder + "/").write([1])
      }
    }
    expect("cannot read /dev/zero: Not a regular file") {
      _ = try DurableFile("/dev/zero").read(limit: 1)
    }
  }

  @Test func `an error names the path and the reason`() throws {
    expect("cannot write none/a/policy.json: No such file or directory") {
      try DurableFile("none/a/policy.json").write([1])
    }
    expect("cannot read none/policy.json: No such file or directory") {
      _ = try DurableFile("none/policy.json").read(limit: 1)
    }
    expect("cannot read /proc/self/stat\0us: Invalid argument") {
      _ = try DurableFile("/proc/self/stat\0us").read(limit: 1)
    }
    expect("cannot write : No such file or directory") {
      try DurableFile("").write([1])
    }
    for path in ["alone.json", "/top.json"] {
      expect("cannot write \(path): No space left on device") {
        let failing = FailingCalls(failing: 1)
        try DurableFile(path, calls: failing.calls).write([1])
      }
    }
  }

  @Test func `what stands where a folder should be is an error`() throws {
    try inTemporaryFolder { folder in
      try DurableFile(folder + "/file").write([])
      expect("cannot write \(folder)/file/a: Not a directory") {
        try DurableFile(folder + "/file/a").write([1])
      }
      expect("cannot read \(folder)/file/a: Not a directory") {
        _ = try AppendLog(folder + "/file/a").length()
      }
    }
  }

  @Test func `a file above the limit is refused by its size`() throws {
    try inTemporaryFolder { folder in
      let file = DurableFile(folder + "/a")
      try file.write([1, 2, 3])
      expect("cannot read \(folder)/a: 3 bytes, expected at most 2") {
        _ = try file.read(limit: 2)
      }
    }
  }

  @Test func `a file whose size is not known is read up to the limit`() throws {
    let file = DurableFile("/proc/self/maps")
    #expect(try file.read(limit: 1 << 20).count > 100)
    #expect(throws: FileError.self) { try file.read(limit: 100) }
  }

  private func mode(_ path: String) -> mode_t {
    var status = stat()
    _ = unsafe lstat(path, &status)
    return status.st_mode & 0o777
  }

  private func isLink(_ path: String) -> Bool {
    var status = stat()
    _ = unsafe lstat(path, &status)
    return status.st_mode & S_IFMT == S_IFLNK
  }

  @Test func `a file tells when it was last written`() throws {
    try inTemporaryFolder { folder in
      let file = DurableFile(folder + "/a")
      #expect(throws: FileError.self) { try file.modified() }
      try file.write([1])
      let moment = timespec(tv_sec: 1_000_000_000, tv_nsec: 7)
      #expect(try file.modified() > 1_000_000_000_000_000_007)
      #expect(unsafe utimensat(AT_FDCWD, file.path, [moment, moment], 0) == 0)
      #expect(try file.modified() == 1_000_000_000_000_000_007)
    }
  }
}

/// Expects a file error with a text.
func expect(
  _ message: String,
  from body: () throws -> Void,
  at location: SourceLocation = #_sourceLocation
) {
  let error = #expect(
    throws: FileError.self,
    sourceLocation: location,
    performing: body
  )
  #expect(error?.description == message, sourceLocation: location)
}
