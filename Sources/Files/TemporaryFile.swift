internal import Glibc

/// A new file in the folder of another, to be renamed in place of it.
///
/// Its name is `.policy.json.tmp-<process>-<number>`. Its writer keeps it
/// locked, so an unlocked file with such a name is a leftover.
struct TemporaryFile: ~Copyable {
  let path: String
  let descriptor: Descriptor

  /// Creates an empty file that nobody else has.
  ///
  /// - Parameter mode: Its permissions; nil for the user's default.
  init(
    beside destination: FilePath, mode: UInt32?, through calls: SystemCalls
  ) throws(FileError.Reason) {
    for number in 1...1000 {
      let path = destination.sibling(
        ".\(destination.name)\(Self.mark)\(getpid())-\(number)"
      )
      do throws(FileError.Reason) {
        let file = try Descriptor(
          opening: path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW,
          mode: mode ?? 0o644, through: calls
        )
        if try file.isKept() {
          descriptor = file
          self.path = path
          return
        }
      } catch {
        // Another thread saves the same file, or a dead process with the
        // same number did.
        guard error == .system(EEXIST) else { throw error }
      }
    }
    throw .system(EEXIST)
  }

  /// Writes all bytes and waits until they are on the disk.
  func write(_ bytes: [UInt8], mode: UInt32?) throws(FileError.Reason) {
    try descriptor.write(bytes)
    if let mode {
      try check(fchmod(descriptor.number, mode))
    }
    try descriptor.synchronize()
  }

  func remove() {
    _ = unsafe unlink(path)
  }

  private static let mark = ".tmp-"

  /// Whether a file of this name is a temporary one.
  static func isName(_ name: String) -> Bool {
    let parts = name.split(separator: "-", omittingEmptySubsequences: false)
    let destination = parts.dropLast(2).joined(separator: "-") + "-"
    return parts.count > 2 && destination.hasPrefix(".")
      && destination.dropFirst(2).hasSuffix(mark)
      && parts.suffix(2).allSatisfy { UInt32($0)?.description == String($0) }
  }
}

extension Descriptor {
  /// Locks a new file; false if another process removed it as a leftover.
  fileprivate func isKept() throws(FileError.Reason) -> Bool {
    do throws(FileError.Reason) {
      try lock()
    } catch .system(EWOULDBLOCK) {
      return false
    } catch {
      // A file system without locks: no process can remove it as a leftover.
      return true
    }
    return try isLinked()
  }
}
