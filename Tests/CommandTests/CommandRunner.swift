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
  private var isFinished = false

  /// Starts the command, or another program in its place.
  init(
    _ arguments: [String],
    of program: String? = nil,
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
      try program ?? builtCommand(),
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
    if !isFinished { kill(process, SIGKILL) }
    for descriptor in [output, errors, terminal ?? -1] where descriptor >= 0 {
      close(descriptor)
    }
  }

  func send(_ signal: Int32) {
    kill(process, signal)
  }

  /// Waits for the end, and makes one when it takes too long.
  func finish(timeout: Duration = .seconds(300)) -> CommandResult {
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
    isFinished = true
    readScreen(toEnd: true)
    let signal = status & 0x7f
    return CommandResult(
      output: terminal == nil
        ? contents(of: output) : String(decoding: screen, as: UTF8.self),
      errors: contents(of: errors),
      exitCode: signal == 0 ? (status >> 8) & 0xff : 128 + signal,
      isTimedOut: isTimedOut
    )
  }

  /// Takes what the screen shows; the last of it may come a moment after the
  /// command has ended.
  private func readScreen(toEnd: Bool = false) {
    guard let terminal else { return }
    var chunk = [UInt8](repeating: 0, count: 4_096)
    let deadline = ContinuousClock.now + .seconds(5)
    while true {
      let count = unsafe read(terminal, &chunk, chunk.count)
      if count > 0 {
        screen += chunk.prefix(count)
      } else if toEnd, count < 0, errno == EAGAIN,
        ContinuousClock.now < deadline
      {
        usleep(1_000)
      } else {
        return
      }
    }
  }
}

/// Runs the command to its end.
func runCommand(
  _ arguments: [String],
  streams: RunningCommand.Streams = .files(input: ""),
  environment: [String: String] = [:]
) throws -> CommandResult {
  try RunningCommand(arguments, streams: streams, environment: environment)
    .finish()
}

/// The same, the words one by one.
func runCommand(
  _ arguments: String...,
  streams: RunningCommand.Streams = .files(input: ""),
  environment: [String: String] = [:]
) throws -> CommandResult {
  try runCommand(arguments, streams: streams, environment: environment)
}
