internal import Glibc

/// The system calls of a save, which a test can make fail.
package struct SystemCalls: Sendable {
  package typealias Reason = FileError.Reason

  /// Opens a path with the flags and the mode of `open(2)`.
  package var open:
    @Sendable (_ path: String, _ flags: Int32, _ mode: UInt32)
      throws(Reason) -> Int32

  /// Writes some of the bytes and returns their number.
  package var write:
    @Sendable (_ descriptor: Int32, _ bytes: ArraySlice<UInt8>)
      throws(Reason) -> Int

  /// Waits until a file or folder is on the disk.
  package var synchronize:
    @Sendable (_ descriptor: Int32) throws(Reason) -> Void

  /// Renames a file, in place of any other.
  package var rename:
    @Sendable (_ old: String, _ new: String) throws(Reason) -> Void

  /// Locks an open file against all others, until it is closed.
  package var lock: @Sendable (_ descriptor: Int32) throws(Reason) -> Void

  /// The calls of the system itself.
  package static let real = SystemCalls(
    open: { path, flags, mode throws(Reason) in
      try check(unsafe Glibc.open(path, flags, mode))
    },
    write: { descriptor, bytes throws(Reason) in
      try check(
        unsafe bytes.withUnsafeBytes {
          unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
        }
      )
    },
    synchronize: { descriptor throws(Reason) in
      try check(fsync(descriptor))
    },
    rename: { old, new throws(Reason) in
      try check(unsafe Glibc.rename(old, new))
    },
    lock: { descriptor throws(Reason) in
      try check(flock(descriptor, LOCK_EX | LOCK_NB))
    }
  )
}

/// The result of a system call; throws `errno` if it is negative.
@discardableResult
func check<Result: SignedInteger>(
  _ result: Result
) throws(FileError.Reason) -> Result {
  guard result >= 0 else { throw .system(errno) }
  return result
}

/// Repeats a system call for as long as a signal interrupts it.
@discardableResult
func uninterrupted<Result>(
  _ call: @autoclosure () throws(FileError.Reason) -> Result
) throws(FileError.Reason) -> Result {
  do throws(FileError.Reason) {
    return try call()
  } catch .system(EINTR) {
    return try uninterrupted(try call())
  }
}
