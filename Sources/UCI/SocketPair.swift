internal import Glibc

/// Two connected sockets, which no other program inherits.
struct SocketPair: ~Copyable {
  /// The end that is kept.
  let ours: FileDescriptor

  /// The end that a program is given.
  let theirs: FileDescriptor

  /// - Throws: `EngineFailure.cannotStart` if the system has no more.
  init() throws(EngineFailure) {
    var ends: [Int32] = [-1, -1]
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    guard unsafe socketpair(AF_UNIX, kind, 0, &ends) == 0 else {
      throw .cannotStart(code: errno)
    }
    ours = FileDescriptor(ends[0])
    theirs = FileDescriptor(ends[1])
  }
}

/// A file descriptor, closed with its holder.
struct FileDescriptor: ~Copyable {
  let number: Int32

  init(_ number: Int32) { self.number = number }

  deinit { close(number) }
}
