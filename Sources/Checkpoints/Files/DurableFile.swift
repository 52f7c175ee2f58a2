internal import Glibc

/// A file that is written whole or not at all, whatever happens meanwhile.
package struct DurableFile: Sendable {
  package let path: String
  private let calls: SystemCalls

  package init(_ path: String, calls: SystemCalls = .real) {
    self.path = path
    self.calls = calls
  }

  /// Puts bytes in place of the file, and waits until they are on the disk.
  ///
  /// The file keeps its mode; a new one is as readable as the user's new files
  /// are. A symbolic link stays, and what it leads to is written.
  ///
  /// Throws ``FileError``, after which the file is as it was. The one exception
  /// is a folder that cannot be synchronized: the file is new and whole then,
  /// but may be the old one again after a loss of power.
  ///
  /// Complexity: O(*n*) in the number of bytes.
  package func write(_ bytes: [UInt8]) throws(FileError) {
    do throws(FileError.Reason) {
      try replace(by: bytes)
    } catch {
      throw FileError(.write, path, error)
    }
  }

  private func replace(by bytes: [UInt8]) throws(FileError.Reason) {
    let destination = try FilePath(path).resolved()
    let mode = try destination.mode()
    // Opened first: once the file is renamed, as little as can be may fail.
    let folder = try Descriptor(
      opening: destination.folder,
      O_RDONLY | O_DIRECTORY,
      through: calls
    )
    let temporary = try TemporaryFile(
      beside: destination,
      mode: mode,
      through: calls
    )
    do throws(FileError.Reason) {
      try temporary.write(bytes, mode: mode)
      try uninterrupted { () throws(FileError.Reason) in
        try calls.rename(temporary.path, destination.text)
      }
    } catch {
      temporary.remove()
      throw error
    }
    try folder.synchronizeFolder()
  }
}

extension DurableFile {
  /// Returns the bytes of a regular file of at most `limit` bytes.
  ///
  /// Throws ``FileError``; its size is checked before anything is read.
  ///
  /// Complexity: O(*n*) in the number of bytes.
  package func read(limit: Int) throws(FileError) -> [UInt8] {
    do throws(FileError.Reason) {
      // A pipe without a writer would block for good otherwise.
      let file = try Descriptor(
        opening: path,
        O_RDONLY | O_NONBLOCK,
        through: calls
      )
      return try file.read(limit: limit)
    } catch {
      throw FileError(.read, path, error)
    }
  }
}

extension Descriptor {
  func read(limit: Int) throws(FileError.Reason) -> [UInt8] {
    let size = try regularFile().bytes
    guard size <= limit else {
      throw .tooLarge(bytes: size, limit: limit)
    }
    // One byte more than there should be, to see the end or a growing file.
    var bytes = [UInt8](repeating: 0, count: size + 1)
    var count = 0
    var more = 0
    repeat {
      more = try uninterrupted { () throws(FileError.Reason) in
        try check(
          unsafe bytes.withUnsafeMutableBytes {
            let rest = unsafe UnsafeMutableRawBufferPointer(
              rebasing: $0[count...]
            )
            return unsafe Glibc.read(number, rest.baseAddress, rest.count)
          }
        )
      }
      count += more
      if count == bytes.count {
        guard count <= limit else {
          throw .tooLarge(bytes: count, limit: limit)
        }
        bytes += repeatElement(0, count: min(count, limit - count) + 1)
      }
    } while more > 0
    bytes.removeLast(bytes.count - count)
    return bytes
  }
}
