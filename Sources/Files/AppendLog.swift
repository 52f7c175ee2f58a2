internal import Glibc

/// A file of lines that only grows, except when a run is resumed.
package struct AppendLog: Sendable {
  package let path: String
  private static let feed = UInt8(ascii: "\n")
  private let calls: SystemCalls

  package init(_ path: String, calls: SystemCalls = .real) {
    self.path = path
    self.calls = calls
  }

  /// Appends a line, in one write if the disk has room for it.
  ///
  /// - Throws: ``FileError``, after which the log is as long as it was.
  /// - Precondition: The line has no line feed; it is added here.
  /// - Complexity: O(*n*) in the length of the line.
  package func append(_ line: [UInt8]) throws(FileError) {
    precondition(
      !line.contains(AppendLog.feed), "a line feed in a line of \(path)"
    )
    try with(O_WRONLY | O_APPEND | O_CREAT, to: .append) {
      (file: borrowing Descriptor) throws(FileError.Reason) in
      let length = try file.regularFile()
      do throws(FileError.Reason) {
        try file.write(line + [AppendLog.feed])
      } catch {
        // The rest of a torn line would spoil the next line.
        try? file.truncate(to: length)
        throw error
      }
    }
  }

  /// Appends a line to a file that people may have edited: a last line without
  /// its line feed gets one first.
  package func append(afterWholeLine line: [UInt8]) throws(FileError) {
    let bytes = try DurableFile(path).read(limit: 1 << 24, ifMissing: [])
    if let last = bytes.last, last != AppendLog.feed { try append([]) }
    try append(line)
  }

  /// The lines of the log without their line feeds and without empty ones, as
  /// slices of its bytes; empty if there is no file.
  ///
  /// A last line without its line feed is left out: it is still being written,
  /// or was torn by a kill.
  ///
  /// - Complexity: O(*n*) in the length of the log.
  package func wholeLines(limit: Int) throws(FileError) -> [ArraySlice<UInt8>] {
    let bytes = try DurableFile(path).read(limit: limit, ifMissing: [])
    return bytes.split(separator: AppendLog.feed)
      .filter { $0.endIndex < bytes.endIndex }
  }

  /// Cuts off a last line without its line feed, which a kill left behind.
  ///
  /// - Complexity: O(*n*) in the length of the log.
  package func removeTornLine(limit: Int) throws(FileError) {
    let bytes = try DurableFile(path).read(limit: limit, ifMissing: [])
    let whole = (bytes.lastIndex(of: AppendLog.feed) ?? -1) + 1
    if whole < bytes.count { try truncate(to: whole) }
  }

  /// Checks that lines can be appended; creates the file if it is missing.
  package func open() throws(FileError) {
    try with(O_WRONLY | O_APPEND | O_CREAT, to: .append) {
      (file: borrowing Descriptor) throws(FileError.Reason) in
      _ = try file.regularFile()
    }
  }

  /// The length of the log in bytes; 0 if there is no file.
  package func length() throws(FileError) -> Int {
    do throws(FileError) {
      return try with(O_RDONLY, to: .read) {
        (file: borrowing Descriptor) throws(FileError.Reason) in
        try file.regularFile()
      }
    } catch {
      guard error.reason == .system(ENOENT) else { throw error }
      return 0
    }
  }

  /// Cuts the log to a length it had before, and waits until that is on disk.
  ///
  /// - Throws: ``FileError``, with ``FileError/Reason/tooShort(bytes:length:)``
  ///   if the log never was that long.
  package func truncate(to length: Int) throws(FileError) {
    try with(O_WRONLY, to: .truncate) {
      (file: borrowing Descriptor) throws(FileError.Reason) in
      let bytes = try file.regularFile()
      guard bytes >= length else {
        throw .tooShort(bytes: bytes, length: length)
      }
      try file.truncate(to: length)
      try file.synchronize()
    }
  }

  /// Waits until all lines are on the disk.
  ///
  /// Call it before a checkpoint records the length of the log.
  package func synchronize() throws(FileError) {
    try with(O_WRONLY, to: .synchronize) {
      (file: borrowing Descriptor) throws(FileError.Reason) in
      try file.synchronize()
    }
  }

  private func with<Result>(
    _ flags: Int32, to operation: FileError.Operation,
    _ body: (borrowing Descriptor) throws(FileError.Reason) -> Result
  ) throws(FileError) -> Result {
    do throws(FileError.Reason) {
      return try body(
        Descriptor(opening: path, flags | O_NONBLOCK, through: calls)
      )
    } catch {
      throw FileError(operation, path, error)
    }
  }
}
