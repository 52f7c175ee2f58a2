import Files
import Glibc
import TestSupport
import Testing

/// Saves that could lose a file when the power fails, for comparison.
enum CarelessSave: CaseIterable {
  case unsynchronized, renamedTooEarly, folderForgotten

  func save(
    _ bytes: [UInt8],
    to path: String,
    calls: SystemCalls
  ) throws(FileError.Reason) {
    let folder = try calls.open(
      String(path.dropLast("/policy".count)),
      O_RDONLY | O_DIRECTORY,
      0
    )
    let file = try calls.open(path + ".new", O_WRONLY | O_CREAT, 0o644)
    defer {
      close(file)
      close(folder)
    }
    _ = try calls.write(file, bytes[...])
    if self == .renamedTooEarly { try calls.rename(path + ".new", path) }
    if self != .unsynchronized { try calls.synchronize(file) }
    if self != .renamedTooEarly { try calls.rename(path + ".new", path) }
    if self != .folderForgotten { try calls.synchronize(folder) }
  }
}

@Suite struct PowerLossTests {
  private let old = [UInt8](repeating: UInt8(ascii: "o"), count: 5000)
  private let new = [UInt8](repeating: UInt8(ascii: "n"), count: 7000)

  /// What the disk may hold after each call of a save.
  private func history(
    of save: (String, SystemCalls) throws -> Void
  ) throws -> [[[UInt8]]] {
    try inTemporaryFolder { folder in
      let path = folder + "/policy"
      try DurableFile(path).write(old)
      let disk = VolatileDisk(path, holding: old)
      try save(path, disk.calls)
      return disk.history
    }
  }

  /// Whether there is an old or a new file at any moment, and the new one in
  /// the end.
  private func isSafe(_ history: [[[UInt8]]]) -> Bool {
    history.last == [new]
      && history.joined().allSatisfy { $0 == old || $0 == new }
  }

  @Test func `a loss of power at any moment leaves a whole file`() throws {
    let history = try history {
      try DurableFile($0, calls: $1).write(new)
    }
    #expect(isSafe(history))
    #expect(history.count >= 6)
  }

  @Test(arguments: CarelessSave.allCases)
  func `a careless save would lose it`(_ careless: CarelessSave) throws {
    let history = try history {
      try careless.save(new, to: $0, calls: $1)
    }
    #expect(!isSafe(history))
  }
}
