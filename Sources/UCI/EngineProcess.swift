internal import Glibc

/// A program that is talked to in lines over its standard input and output.
///
/// It ends with this value, and with this program even if that is killed; so do
/// the processes of its group. It cannot stop or end this program: reads are
/// bounded in bytes and in time, and writes raise no signal.
struct EngineProcess: ~Copyable {
  /// The interval between two looks at `isStopped`, in milliseconds.
  private static let patience: Int32 = 50

  private let pid: pid_t
  private let input: FileDescriptor
  private let output: FileDescriptor
  private let lifeline: FileDescriptor
  private let isStopped: @Sendable () -> Bool

  /// The bytes read and not yet returned.
  private var unread: ArraySlice<UInt8> = []

  private var hasEnded = false

  /// Starts a command, a program and its arguments in the shell's quoting.
  ///
  /// - Throws: `EngineFailure.cannotStart`; a missing program shows when it is
  ///   read.
  init(
    _ command: String, isStopped: @escaping @Sendable () -> Bool
  ) throws(EngineFailure) {
    let inputs = try SocketPair()
    let outputs = try SocketPair()
    let lifelines = try SocketPair()
    pid = try EngineProcess.spawn(
      command, input: inputs.theirs, output: outputs.theirs,
      lifeline: lifelines.theirs
    )
    input = inputs.ours
    output = outputs.ours
    lifeline = lifelines.ours
    self.isStopped = isStopped
  }

  deinit {
    if !hasEnded { EngineProcess.end(pid, lifeline: lifeline) }
  }

  mutating func send(_ line: String) throws(EngineFailure) {
    var bytes = Array("\(line)\n".utf8)[...]
    while !bytes.isEmpty {
      let count = unsafe bytes.withUnsafeBytes {
        // Full only if the engine never reads: its silence will tell.
        unsafe Glibc.send(
          input.number, $0.baseAddress, $0.count,
          Int32(MSG_NOSIGNAL | MSG_DONTWAIT)
        )
      }
      if count < 0, errno == EINTR { continue }
      if count < 0, errno == EAGAIN { return }
      guard count > 0 else { throw ended() }
      bytes = bytes.dropFirst(count)
    }
  }

  /// The next line, without its end; nil at the deadline or when the budget is
  /// spent.
  ///
  /// - Parameter budget: The most bytes to read, reduced by those read.
  mutating func readLine(
    before deadline: ContinuousClock.Instant, budget: inout Int
  ) throws(EngineFailure) -> String? {
    var searched = unread.startIndex
    while true {
      let feed = unread[searched...].firstIndex(of: UInt8(ascii: "\n"))
      if let feed {
        let line = unread[..<feed]
        unread = unread[(feed + 1)...]
        return String(decoding: line, as: UTF8.self)
      }
      searched = unread.endIndex
      if isStopped() { throw .stopped }
      guard ContinuousClock.now < deadline, budget > 0 else { return nil }
      var waited = pollfd(fd: output.number, events: Int16(POLLIN), revents: 0)
      guard unsafe poll(&waited, 1, Self.patience) > 0 else { continue }
      var chunk = [UInt8](repeating: 0, count: 16_384)
      let count = unsafe read(output.number, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw ended() }
      budget -= count
      unread += chunk[..<count]
    }
  }

  /// Ends an engine that hung up; returns its failure.
  private mutating func ended() -> EngineFailure {
    hasEnded = true
    return EngineFailure(exitCode: EngineProcess.end(pid, lifeline: lifeline))
  }

  /// Ends the engine, its shell and the rest of their group.
  ///
  /// - Returns: The exit code, as a shell tells it.
  @discardableResult
  private static func end(
    _ pid: pid_t, lifeline: borrowing FileDescriptor
  ) -> Int {
    _ = unsafe Glibc.send(lifeline.number, "\n", 1, Int32(MSG_NOSIGNAL))
    // The shell stays unreaped until its group is gone, so that no other
    // process gets its number. It may be stopped: wait for a second at most.
    for _ in 0..<1_000 {
      var status = unsafe siginfo_t()
      let code = unsafe waitid(
        P_PID, id_t(pid), &status, WEXITED | WNOWAIT | WNOHANG
      )
      if unsafe status.si_signo != 0 || code < 0 { break }
      usleep(1_000)
    }
    kill(-pid, SIGKILL)
    var status: Int32 = 0
    while unsafe waitpid(pid, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7f
    return Int(signal == 0 ? status >> 8 & 0xff : 128 + signal)
  }
}

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
