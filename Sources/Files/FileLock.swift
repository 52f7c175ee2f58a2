internal import Glibc

/// A lock on a file, which one process has at a time.
///
/// The system releases it when the process ends, even by a kill. So the file
/// stays, and its presence means nothing. Removing it would let two processes
/// hold the lock, one on the new file and one on the removed file.
public final class FileLock: Sendable {
  private let descriptor: Descriptor

  /// Takes the lock, and creates the file if it is missing.
  ///
  /// The lock is held for as long as this object lives.
  ///
  /// - Throws: ``FileError``, with ``FileError/Reason/held(process:)`` if
  ///   another has the lock; then nothing is changed.
  package init(_ path: String) throws(FileError) {
    do throws(FileError.Reason) {
      descriptor = try Descriptor(
        opening: path, O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK,
        through: .real
      )
      try descriptor.regularFile()
      do throws(FileError.Reason) {
        try descriptor.lock()
      } catch .system(EWOULDBLOCK) {
        throw .held(process: descriptor.holder)
      }
      // For people only: the lock holds without it on a full disk.
      try? descriptor.truncate(to: 0)
      try? descriptor.write(Array("\(getpid())\n".utf8))
    } catch {
      throw FileError(.lock, path, error)
    }
  }

  /// Takes the lock.
  ///
  /// - Throws: The error that `busy` makes of the process that has the lock, if
  ///   known; else ``FileError``.
  package convenience init(
    _ path: String, ifHeld busy: (_ process: Int32?) -> any Error
  ) throws {
    do throws(FileError) {
      try self.init(path)
    } catch {
      guard case .held(let process) = error.reason else { throw error }
      throw busy(process)
    }
  }

  /// Whether a process has the lock of the file at a path; false if there is no
  /// file.
  ///
  /// Nothing is written. A process that takes the lock at the same instant may
  /// find it held.
  package static func isHeld(_ path: String) throws(FileError) -> Bool {
    do throws(FileError.Reason) {
      let file = try Descriptor(
        opening: path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK, through: .real
      )
      try file.regularFile()
      return try file.isLocked()
    } catch .system(ENOENT) {
      return false
    } catch {
      throw FileError(.read, path, error)
    }
  }

  /// Whether the file at a path was written by a lock and by nothing else.
  package static func isLock(_ path: String) -> Bool {
    guard let bytes = try? DurableFile(path).read(limit: 16) else {
      return false
    }
    return bytes.isEmpty || process(in: bytes) != nil
  }

  fileprivate static func process(in bytes: [UInt8]) -> Int32? {
    Int32(String(decoding: bytes.dropLast(), as: UTF8.self))
  }
}

extension Descriptor {
  /// The process that says it has the lock.
  fileprivate var holder: Int32? {
    (try? read(limit: 16)).flatMap(FileLock.process)
  }
}
