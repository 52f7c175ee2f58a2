import Files
import Glibc
import Synchronization

/// The calls of the system, of which the n-th fails; the first is number 1.
///
/// A write that fails leaves half of its bytes behind, as a full disk does.
final class FailingCalls: Sendable {
  private let name = Mutex("")
  private let failing: Int
  private let code: Int32
  private let count = Atomic(0)

  init(failing: Int, with code: Int32 = ENOSPC) {
    self.failing = failing
    self.code = code
  }

  /// Whether the call that should fail has come.
  var hasFailed: Bool {
    count.load(ordering: .relaxed) >= failing
  }

  /// The name of the call that failed; empty before.
  var failedCall: String {
    name.withLock { $0 }
  }

  private func step(_ name: String) throws(FileError.Reason) {
    if count.add(1, ordering: .relaxed).newValue == failing {
      self.name.withLock { $0 = name }
      throw .system(code)
    }
  }

  var calls: SystemCalls {
    var calls = SystemCalls.real
    let real = calls
    calls.open = { path, flags, mode throws(FileError.Reason) in
      try self.step("open")
      return try real.open(path, flags, mode)
    }
    calls.write = { descriptor, bytes throws(FileError.Reason) in
      do throws(FileError.Reason) {
        try self.step("write")
      } catch {
        // A signal comes before the first byte, or the call succeeds.
        if self.code != EINTR {
          _ = try real.write(descriptor, bytes.prefix(bytes.count / 2))
        }
        throw error
      }
      return try real.write(descriptor, bytes)
    }
    calls.synchronize = { descriptor throws(FileError.Reason) in
      try self.step("synchronize")
      try real.synchronize(descriptor)
    }
    calls.rename = { old, new throws(FileError.Reason) in
      try self.step("rename")
      try real.rename(old, new)
    }
    return calls
  }
}
