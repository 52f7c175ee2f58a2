internal import Glibc

/// An open file or folder, closed when the value ends.
struct Descriptor: ~Copyable {
  let number: Int32
  private let calls: SystemCalls

  /// Opens a path; child processes do not inherit it.
  ///
  /// - Parameter mode: The permissions of a file that this creates.
  init(
    opening path: String, _ flags: Int32, mode: UInt32 = 0o644,
    through calls: SystemCalls
  ) throws(FileError.Reason) {
    // The system would end the path there and open another file.
    guard !path.utf8.contains(0) else { throw .system(EINVAL) }
    number = try uninterrupted(try calls.open(path, flags | O_CLOEXEC, mode))
    self.calls = calls
  }

  deinit {
    close(number)
  }

  private func status() throws(FileError.Reason) -> stat {
    var status = stat()
    try check(unsafe fstat(number, &status))
    return status
  }

  /// The length of a regular file, in bytes.
  @discardableResult
  func regularFile() throws(FileError.Reason) -> Int {
    let status = try status()
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notRegular }
    return Int(status.st_size)
  }

  /// Writes all bytes, however many calls that takes.
  ///
  /// - Complexity: O(*n*) in the number of bytes.
  func write(_ bytes: [UInt8]) throws(FileError.Reason) {
    var rest = ArraySlice(bytes)
    while !rest.isEmpty {
      let count = try uninterrupted(try calls.write(number, rest))
      guard count > 0 else { throw .system(EIO) }
      rest = rest.dropFirst(count)
    }
  }

  func synchronize() throws(FileError.Reason) {
    try uninterrupted(try calls.synchronize(number))
  }

  /// Waits until a folder is on the disk, if the file system supports that.
  func synchronizeFolder() throws(FileError.Reason) {
    do throws(FileError.Reason) {
      try synchronize()
    } catch {
      guard error == .system(EINVAL) else { throw error }
    }
  }

  func truncate(to length: Int) throws(FileError.Reason) {
    try uninterrupted(try check(ftruncate(number, length)))
  }

  /// Locks the file against other processes until it is closed.
  ///
  /// - Throws: `EWOULDBLOCK` if another has it locked.
  func lock() throws(FileError.Reason) {
    try uninterrupted(try calls.lock(number))
  }

  /// Whether another has the file locked.
  func isLocked() throws(FileError.Reason) -> Bool {
    do throws(FileError.Reason) {
      // Shared, so that two askers do not take each other for the holder.
      try uninterrupted(try check(flock(number, LOCK_SH | LOCK_NB)))
      return false
    } catch .system(EWOULDBLOCK) {
      return true
    }
  }

  /// The time of the last write, in nanoseconds since 1970.
  func modified() throws(FileError.Reason) -> Int {
    let time = try status().st_mtim
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }

  /// Whether the file still has a name.
  func isLinked() throws(FileError.Reason) -> Bool {
    try status().st_nlink > 0
  }
}
