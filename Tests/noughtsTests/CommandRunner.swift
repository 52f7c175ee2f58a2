import Glibc

/// What one run of the command came to.
struct CommandResult {
  var output: String
  var errors: String

  /// The exit code, or as in a shell 128 and the signal that ended it.
  var exitCode: Int32

  var isTimedOut = false
}

enum CommandRunnerError: Error {
  case noExecutable
  case system(String, Int32)
}

/// The built command, started as a person would start it.
///
/// Output goes to files and not to pipes: nothing can block, and no other
/// child can keep an end open.
final class RunningCommand {
  /// Where the command's standard streams lead.
  enum Streams {
    /// Input from a text, outputs kept.
    case files(input: String)

    /// The same, but standard output leads to the file at this path.
    case outputFile(String)

    /// The same, but nobody reads standard output.
    case closedPipe

    /// All three a terminal, on which the text is typed.
    case terminal(input: String)
  }

  private let process: pid_t
  private var output: Int32 = -1
  private let errors: Int32
  private let terminal: Int32?
  private var screen: [UInt8] = []

  init(
    _ arguments: [String],
    streams: Streams = .files(input: ""),
    environment: [String: String] = [:]
  ) throws {
    errors = try temporaryFile()
    var terminal: Int32?
    var input: Int32
    var toClose: [Int32] = []
    defer { toClose.forEach { close($0) } }
    switch streams {
    case .files(let text):
      (input, output) = (try temporaryFile(text), try temporaryFile())
      toClose = [input]
    case .outputFile(let path):
      input = try temporaryFile()
      output = unsafe open(path, O_WRONLY | O_CLOEXEC)
      toClose = [input]
    case .closedPipe:
      input = try temporaryFile()
      var ends: [Int32] = [-1, -1]
      // Unlike a pipe, closed in other children from its first moment.
      let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
      try check("socketpair", unsafe socketpair(AF_UNIX, kind, 0, &ends))
      close(ends[0])
      output = ends[1]
      toClose = [input]
    case .terminal(let text):
      let (ours, theirs) = try openTerminal()
      terminal = ours
      (input, output) = (theirs, theirs)
      _ = unsafe Array(text.utf8).withUnsafeBytes {
        unsafe write(ours, $0.baseAddress, $0.count)
      }
    }
    self.terminal = terminal
    process = try spawn(
      try builtCommand(),
      arguments,
      environment,
      descriptors: [input, output, terminal == nil ? errors : output]
    )
    if terminal != nil {
      close(output)
      output = -1
    }
  }

  deinit {
    for descriptor in [output, errors, terminal ?? -1] where descriptor >= 0 {
      close(descriptor)
    }
  }

  func send(_ signal: Int32) {
    kill(process, signal)
  }

  /// Waits for the end, and makes one when it takes too long.
  func finish(timeout: Duration = .seconds(20)) -> CommandResult {
    let deadline = ContinuousClock.now + timeout
    var isTimedOut = false
    var status: Int32 = 0
    while unsafe waitpid(process, &status, WNOHANG) == 0 {
      readScreen()
      if ContinuousClock.now > deadline, !isTimedOut {
        isTimedOut = true
        kill(process, SIGKILL)
      }
      usleep(1_000)
    }
    readScreen()
    let signal = status & 0x7f
    return CommandResult(
      output: terminal == nil
        ? contents(of: output) : String(decoding: screen, as: UTF8.self),
      errors: contents(of: errors),
      exitCode: signal == 0 ? (status >> 8) & 0xff : 128 + signal,
      isTimedOut: isTimedOut
    )
  }

  private func readScreen() {
    guard let terminal else { return }
    var chunk = [UInt8](repeating: 0, count: 4_096)
    while true {
      let count = unsafe read(terminal, &chunk, chunk.count)
      guard count > 0 else { return }
      screen += chunk.prefix(count)
    }
  }
}

/// Runs the command to its end.
func runCommand(
  _ arguments: String...,
  streams: RunningCommand.Streams = .files(input: ""),
  environment: [String: String] = [:]
) throws -> CommandResult {
  try RunningCommand(arguments, streams: streams, environment: environment)
    .finish()
}

private func spawn(
  _ path: String,
  _ arguments: [String],
  _ environment: [String: String],
  descriptors: [Int32]
) throws -> pid_t {
  var actions = unsafe posix_spawn_file_actions_t()
  unsafe posix_spawn_file_actions_init(&actions)
  defer { unsafe posix_spawn_file_actions_destroy(&actions) }
  for (number, descriptor) in descriptors.enumerated() {
    unsafe posix_spawn_file_actions_adddup2(
      &actions,
      descriptor,
      Int32(number)
    )
  }
  var attributes = posix_spawnattr_t()
  unsafe posix_spawnattr_init(&attributes)
  defer { unsafe posix_spawnattr_destroy(&attributes) }
  var signals = sigset_t()
  unsafe sigemptyset(&signals)
  unsafe posix_spawnattr_setsigmask(&attributes, &signals)
  for signal in [SIGINT, SIGTERM, SIGPIPE] {
    unsafe sigaddset(&signals, signal)
  }
  unsafe posix_spawnattr_setsigdefault(&attributes, &signals)
  unsafe posix_spawnattr_setflags(
    &attributes,
    Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK)
  )

  var variables = ["LC_ALL": "C.UTF-8", "TERM": "xterm"]
  for name in ["PATH", "HOME", "LD_LIBRARY_PATH", "GLIBC_TUNABLES"] {
    if let value = unsafe getenv(name) {
      variables[name] = unsafe String(cString: value)
    }
  }
  variables.merge(environment) { $1 }
  let environment = variables.map { "\($0)=\($1)" }
  var words = unsafe ([path] + arguments).map { unsafe strdup($0) } + [nil]
  var settings = unsafe environment.map { unsafe strdup($0) } + [nil]
  defer {
    unsafe words.forEach { unsafe free($0) }
    unsafe settings.forEach { unsafe free($0) }
  }
  var process: pid_t = 0
  let code = unsafe posix_spawn(
    &process,
    path,
    &actions,
    &attributes,
    &words,
    &settings
  )
  guard code == 0 else { throw CommandRunnerError.system(path, code) }
  return process
}

/// The command beside the test bundle, whichever program runs the tests.
private func builtCommand() throws -> String {
  let own = unsafe realpath("/proc/self/exe", nil)
  defer { unsafe free(own) }
  var starts = CommandLine.arguments.filter { $0.contains(".xctest") }
  if let own = unsafe own { starts.insert(unsafe String(cString: own), at: 0) }
  for start in starts {
    var folder = start[...]
    while let slash = folder.lastIndex(of: "/") {
      folder = folder[..<slash]
      let path = "\(folder)/noughts"
      var status = stat()
      if unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
        unsafe access(path, X_OK) == 0
      {
        return path
      }
    }
  }
  throw CommandRunnerError.noExecutable
}

/// An open file without a name, holding `text`, read from its start.
func temporaryFile(_ text: String = "") throws -> Int32 {
  var template = Array("/tmp/noughts-XXXXXX".utf8CString)
  let descriptor = unsafe mkstemp(&template)
  try check("mkstemp", descriptor)
  try check("fcntl", fcntl(descriptor, F_SETFD, FD_CLOEXEC))
  unsafe unlink(&template)
  let bytes = Array(text.utf8)
  try check(
    "pwrite",
    Int32(unsafe pwrite(descriptor, bytes, bytes.count, 0))
  )
  return descriptor
}

/// All that a file holds, wherever its offset stands.
func contents(of descriptor: Int32) -> String {
  var bytes: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 65_536)
  while true {
    let count = unsafe pread(descriptor, &chunk, chunk.count, bytes.count)
    guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
    bytes += chunk.prefix(count)
  }
}

/// A new terminal: our end, which never blocks, and the command's.
private func openTerminal() throws -> (ours: Int32, theirs: Int32) {
  let ours = unsafe open(
    "/dev/ptmx",
    O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK
  )
  try check("open /dev/ptmx", ours)
  // From linux/ioctls, where they are macros that Swift does not import.
  let (unlock, getNumber): (UInt, UInt) = (0x4004_5431, 0x8004_5430)
  var isLocked: Int32 = 0
  var number: UInt32 = 0
  try check("TIOCSPTLCK", unsafe ioctl(ours, unlock, &isLocked))
  try check("TIOCGPTN", unsafe ioctl(ours, getNumber, &number))
  let theirs = unsafe open(
    "/dev/pts/\(number)",
    O_RDWR | O_NOCTTY | O_CLOEXEC
  )
  try check("open", theirs)
  return (ours, theirs)
}

private func check(_ call: String, _ result: Int32) throws {
  guard result >= 0 else { throw CommandRunnerError.system(call, errno) }
}
