import Files
import Glibc
import Synchronization

/// The calls of the system, with a record of what the disk would hold if the
/// power failed: bytes that were not synchronized may be lost, and a name that
/// was changed may lead to either file until its folder is synchronized.
///
/// As little as POSIX promises, and as much as a file system may forget.
final class VolatileDisk: Sendable {
  private struct File {
    var bytes: [UInt8] = []
    var synchronized: [UInt8] = []
  }

  private struct State {
    var files: [File] = []
    /// The file that each descriptor writes; none for a folder.
    var open: [Int32: Int] = [:]
    /// The files that each path may lead to, the newest last.
    var names: [String: [Int]] = [:]
    /// What the path looked at may hold, after each call.
    var history: [[[UInt8]]] = []
  }

  private let state: Mutex<State>
  private let path: String

  /// A disk on which a path holds bytes that are there to stay.
  init(_ path: String, holding bytes: [UInt8]) {
    self.path = path
    var state = State()
    state.files = [File(bytes: bytes, synchronized: bytes)]
    state.names[path] = [0]
    self.state = Mutex(state)
  }

  /// What the path may hold after a loss of power, call after call.
  var history: [[[UInt8]]] { state.withLock { $0.history } }

  private func record(_ change: (inout State) -> Void) {
    state.withLock { state in
      change(&state)
      let files = state.names[path] ?? []
      state.history.append(files.map { state.files[$0].synchronized })
    }
  }

  var calls: SystemCalls {
    var calls = SystemCalls.real
    let real = calls
    calls.open = { path, flags, mode throws(FileError.Reason) in
      let descriptor = try real.open(path, flags, mode)
      self.record { state in
        state.open[descriptor] = nil
        if flags & O_DIRECTORY != 0 { return }
        if state.names[path] == nil {
          state.files.append(File())
          state.names[path] = [state.files.count - 1]
        }
        state.open[descriptor] = state.names[path]?.last
      }
      return descriptor
    }
    calls.write = { descriptor, bytes throws(FileError.Reason) in
      let count = try real.write(descriptor, bytes)
      self.record { state in
        guard let file = state.open[descriptor] else { return }
        state.files[file].bytes += bytes.prefix(count)
      }
      return count
    }
    calls.synchronize = { descriptor throws(FileError.Reason) in
      try real.synchronize(descriptor)
      self.record { state in
        if let file = state.open[descriptor] {
          state.files[file].synchronized = state.files[file].bytes
        } else {
          state.names = state.names.mapValues { $0.suffix(1) }
        }
      }
    }
    calls.rename = { old, new throws(FileError.Reason) in
      try real.rename(old, new)
      self.record { state in
        guard let file = state.names.removeValue(forKey: old)?.last else {
          return
        }
        state.names[new, default: []].append(file)
      }
    }
    return calls
  }
}
