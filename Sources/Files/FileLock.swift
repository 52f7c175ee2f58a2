internal import Glibc

/// A lock on a file, which one process has at a time.
///
/// The system takes it back when the process ends, however that ends. So the
/// file stays, and that it is there means nothing. To remove it would let two
/// processes have the lock, one on the file and one on what was the file.
public final class FileLock: Sendable {
  private let descriptor: Descriptor

  /// Takes the lock, and makes the file if there is none.
  ///
  /// The lock is held for as long as this object lives.
  ///
  /// Throws ``FileError``, with ``FileError/Reason/held(process:)`` if another
  /// has the lock; then nothing is changed.
  package init(_ path: String) throws(FileError) {
    do throws(FileError.Reason) {
      descriptor = try Descriptor(
        opening: path,
        O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK,
        through: .real
      )
      _ = try descriptor.regularFile()
      do throws(FileError.Reason) {
        try descriptor.lock()
      } catch .system(EWOULDBLOCK) {
        throw .held(process: descriptor.holder)
      }
      // For people only: on a full disk the lock holds without it.
      try? descriptor.truncate(to: 0)
      try? descriptor.write(Array("\(getpid())\n".utf8))
    } catch {
      throw FileError(.lock, path, error)
    }
  }
}

extension FileLock {
  /// Takes the lock, or throws what `busy` makes of the process that has it, if
  /// that is known.
  package convenience init(
    _ path: String,
    ifHeld busy: (_ process: Int32?) -> any Error
  ) throws {
    do throws(FileError) {
      try self.init(path)
    } catch {
      guard case .held(let process) = error.reason else { throw error }
      throw busy(process)
    }
  }

  /// Whether a process has the lock of the file at a path; none has that of a
  /// file that is not there.
  ///
  /// Nothing is written. Who takes the lock in the very instant of the question
  /// may find it held.
  ///
  /// Throws ``FileError``.
  package static func isHeld(_ path: String) throws(FileError) -> Bool {
    do throws(FileError.Reason) {
      let file = try Descriptor(
        opening: path,
        O_RDONLY | O_NOFOLLOW | O_NONBLOCK,
        through: .real
      )
      _ = try file.regularFile()
      return try file.isLocked()
    } catch .system(ENOENT) {
      return false
    } catch {
      throw FileError(.read, path, error)
    }
  }

  /// Whether the file at a path holds what a lock leaves, and nothing else.
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
