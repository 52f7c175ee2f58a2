import Files
import Glibc
import Synchronization
import TestSupport
import Testing

@Suite struct FileFaultTests {
  static let old = Array(repeating: UInt8(ascii: "o"), count: 5000)
  static let new = Array(repeating: UInt8(ascii: "n"), count: 7000)

  /// What a save left when its n-th call failed.
  struct Outcome {
    var call: String
    var bytes: [UInt8]
    var names: [String]
    var error: FileError?
  }

  /// Saves over an old file, with the first call failing, then the second and
  /// so on, until a save has no more call that could fail.
  private func outcomes(
    of save: (String, SystemCalls) throws(FileError) -> Void
  ) throws -> [Outcome] {
    var outcomes: [Outcome] = []
    for number in 1...100 {
      let failing = FailingCalls(failing: number)
      let outcome = try inTemporaryFolder { folder in
        let path = folder + "/policy.json"
        try DurableFile(path).write(Self.old)
        var failure: FileError?
        do throws(FileError) {
          try save(path, failing.calls)
        } catch {
          failure = error
        }
        return Outcome(
          call: failing.failedCall,
          bytes: try DurableFile(path).read(limit: 1 << 20),
          names: try Folder(folder).names(),
          error: failure
        )
      }
      outcomes.append(outcome)
      if !failing.hasFailed {
        return outcomes
      }
    }
    Issue.record("the save never came to an end")
    return outcomes
  }

  @Test func `whatever call fails the old file stays and nothing else`() throws
  {
    let outcomes = try outcomes { path, calls throws(FileError) in
      try DurableFile(path, calls: calls).write(Self.new)
    }
    #expect(
      outcomes.map(\.call) == [
        "open", "open", "write", "synchronize", "rename", "synchronize", "",
      ]
    )
    for outcome in outcomes {
      #expect(outcome.names == ["policy.json"])
      #expect((outcome.error == nil) == outcome.call.isEmpty)
    }
    // The last failure is that of the folder, after the new file is in place.
    #expect(outcomes.dropLast(2).allSatisfy { $0.bytes == Self.old })
    #expect(outcomes.suffix(2).allSatisfy { $0.bytes == Self.new })
  }

  @Test func `a plain write in place fails the same test`() throws {
    let outcomes = try outcomes { path, calls throws(FileError) in
      do throws(FileError.Reason) {
        let file = try calls.open(path, O_WRONLY | O_TRUNC, 0)
        defer { close(file) }
        _ = try calls.write(file, Self.new[...])
        try calls.synchronize(file)
      } catch {
        throw FileError(.write, path, error)
      }
    }
    let torn = outcomes.filter { $0.bytes != Self.old && $0.bytes != Self.new }
    #expect(torn.map(\.call) == ["write"])
  }

  @Test func `an error names the file and what happened`() throws {
    try inTemporaryFolder { folder in
      let path = folder + "/policy.json"
      let failing = FailingCalls(failing: 3)
      expect("cannot write \(path): No space left on device") {
        try DurableFile(path, calls: failing.calls).write(Self.new)
      }
      let names = try Folder(folder).names()
      #expect(names.isEmpty)
    }
  }

  @Test(arguments: 1...6)
  func `a signal in any call is no error`(number: Int) throws {
    try inTemporaryFolder { folder in
      let failing = FailingCalls(failing: number, with: EINTR)
      let file = DurableFile(folder + "/policy.json", calls: failing.calls)
      try file.write(Self.new)
      #expect(failing.hasFailed)
      #expect(try file.read(limit: 1 << 20) == Self.new)
    }
  }

  @Test func `a disk that takes nothing is an error`() throws {
    try inTemporaryFolder { folder in
      var calls = SystemCalls.real
      calls.write = { _, _ in 0 }
      expect("cannot write \(folder)/a: Input/output error") {
        try DurableFile(folder + "/a", calls: calls).write(Self.new)
      }
      let names = try Folder(folder).names()
      #expect(names.isEmpty)
    }
  }

  @Test func `a file that another has locked is left to it`() throws {
    try inTemporaryFolder { folder in
      let first = Atomic(true)
      var calls = SystemCalls.real
      calls.lock = { descriptor throws(FileError.Reason) in
        if first.exchange(false, ordering: .relaxed) {
          throw .system(EWOULDBLOCK)
        }
        try SystemCalls.real.lock(descriptor)
      }
      try DurableFile(folder + "/a", calls: calls).write(Self.new)
      let names = try Folder(folder).names()
      #expect(names == [".a.tmp-\(getpid())-1", "a"])
    }
  }

  @Test func `a save gives up where every name is taken`() throws {
    try inTemporaryFolder { folder in
      var calls = SystemCalls.real
      calls.open = { path, flags, mode throws(FileError.Reason) in
        guard flags & O_EXCL == 0 else { throw .system(EEXIST) }
        return try SystemCalls.real.open(path, flags, mode)
      }
      expect("cannot write \(folder)/a: File exists") {
        try DurableFile(folder + "/a", calls: calls).write(Self.new)
      }
    }
  }

  @Test func `a file is saved where there are no locks`() throws {
    try inTemporaryFolder { folder in
      var calls = SystemCalls.real
      calls.lock = { _ throws(FileError.Reason) in throw .system(ENOLCK) }
      try DurableFile(folder + "/a", calls: calls).write(Self.new)
      let names = try Folder(folder).names()
      #expect(names == ["a"])
    }
  }

  @Test func `short writes are continued`() throws {
    try inTemporaryFolder { folder in
      var calls = SystemCalls.real
      calls.write = { descriptor, bytes throws(FileError.Reason) in
        try SystemCalls.real.write(descriptor, bytes.prefix(999))
      }
      let file = DurableFile(folder + "/a", calls: calls)
      try file.write(Self.new)
      #expect(try file.read(limit: 1 << 20) == Self.new)
    }
  }

  @Test func `a folder that cannot be synchronized at all is no error`() throws
  {
    try inTemporaryFolder { folder in
      let failing = FailingCalls(failing: 6, with: EINVAL)
      try DurableFile(folder + "/a", calls: failing.calls).write(Self.new)
      #expect(failing.hasFailed)
    }
  }
}
