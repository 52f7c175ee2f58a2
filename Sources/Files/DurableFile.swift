internal import Glibc

/// A file that is written whole or not at all, even if the process is killed.
package struct DurableFile: Sendable {
  package let path: String
  private let calls: SystemCalls

  package init(_ path: String, calls: SystemCalls = .real) {
    self.path = path
    self.calls = calls
  }

  /// Puts bytes in place of the file, and waits until they are on the disk.
  ///
  /// The file keeps its mode; a new file has the user's default mode. A
  /// symbolic link stays, and its target is written.
  ///
  /// - Throws: ``FileError``, after which the file is as it was. The one
  ///   exception is a folder that cannot be synchronized: the file is new and
  ///   whole then, but may be the old one again after a loss of power.
  /// - Complexity: O(*n*) in the number of bytes.
  package func write(_ bytes: [UInt8]) throws(FileError) {
    do throws(FileError.Reason) {
      try place(bytes, by: calls.rename)
    } catch {
      throw FileError(.write, path, error)
    }
  }

  /// Writes a new file, and waits until it is on the disk.
  ///
  /// - Throws: ``FileError``, with `EEXIST` and nothing changed if something
  ///   is at the path.
  /// - Complexity: O(*n*) in the number of bytes.
  package func create(_ bytes: [UInt8]) throws(FileError) {
    do throws(FileError.Reason) {
      try place(bytes) { (temporary, destination) throws(FileError.Reason) in
        // A second name, since rename(2) would replace a file that exists.
        try check(unsafe link(temporary, destination))
        _ = unsafe unlink(temporary)
      }
    } catch {
      throw FileError(.create, path, error)
    }
  }

  /// Writes a temporary file and lets `moving` give it the name it should have.
  private func place(
    _ bytes: [UInt8],
    by moving: (_ temporary: String, _ destination: String)
      throws(FileError.Reason) -> Void
  ) throws(FileError.Reason) {
    let destination = try FilePath(path).resolved()
    let mode = try destination.mode()
    // Opened first, so that as little as possible can fail after the rename.
    let folder = try Descriptor(
      opening: destination.folder, O_RDONLY | O_DIRECTORY, through: calls
    )
    let temporary = try TemporaryFile(
      beside: destination, mode: mode, through: calls
    )
    do throws(FileError.Reason) {
      try temporary.write(bytes, mode: mode)
      try uninterrupted(try moving(temporary.path, destination.text))
    } catch {
      temporary.remove()
      throw error
    }
    try folder.synchronizeFolder()
  }

  /// The bytes of a regular file of at most `limit` bytes.
  ///
  /// - Parameter substitute: The bytes of a missing file; nil throws.
  /// - Throws: ``FileError``; the size is checked before anything is read.
  /// - Complexity: O(*n*) in the number of bytes.
  package func read(
    limit: Int, ifMissing substitute: [UInt8]? = nil
  ) throws(FileError) -> [UInt8] {
    do throws(FileError.Reason) {
      // A pipe without a writer would block for good otherwise.
      let file = try Descriptor(
        opening: path, O_RDONLY | O_NONBLOCK, through: calls
      )
      return try file.read(limit: limit)
    } catch {
      if error == .system(ENOENT), let substitute { return substitute }
      throw FileError(.read, path, error)
    }
  }

  /// The time of the last write, in nanoseconds since 1970.
  package func modified() throws(FileError) -> Int {
    do throws(FileError.Reason) {
      return try Descriptor(
        opening: path, O_RDONLY | O_NONBLOCK, through: calls
      ).modified()
    } catch {
      throw FileError(.read, path, error)
    }
  }
}

extension Descriptor {
  func read(limit: Int) throws(FileError.Reason) -> [UInt8] {
    let size = try regularFile()
    guard size <= limit else { throw .tooLarge(bytes: size, limit: limit) }
    // One byte more than there should be, to see the end or a growing file.
    var bytes = [UInt8](repeating: 0, count: size + 1)
    var count = 0
    var more = 0
    repeat {
      more = try uninterrupted(
        try check(
          unsafe bytes.withUnsafeMutableBytes {
            let rest = unsafe UnsafeMutableRawBufferPointer(
              rebasing: $0[count...]
            )
            return unsafe Glibc.read(number, rest.baseAddress, rest.count)
          }
        )
      )
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
