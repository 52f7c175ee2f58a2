// `environ` belongs to the C library; nothing here changes it.
@unsafe @preconcurrency internal import Glibc

extension EngineProcess {
  /// The script of the shell that runs the command `$1`.
  ///
  /// It leads a process group of its own, so that Ctrl-C in a terminal reaches
  /// this program alone. Descriptor 3 is a lifeline: a line on it asks to end
  /// the engine and to tell its exit code; its end, which also comes when this
  /// program is killed, asks to end the whole group. Descriptor 4 gives the
  /// engine the file of variants, `$2`.
  private static let script = """
    exec 5<&0 4<<END
    $2
    END
    eval "exec $1" <&5 3<&- 5<&- &
    exec <&- >&- 4<&- 5<&-
    read -r _ <&3
    told=$?
    kill -KILL $!
    wait $!
    code=$?
    [ $told = 0 ] || kill -KILL 0
    exit $code
    """

  /// Starts the shell with these descriptors; the engine's standard error is
  /// dropped.
  static func spawn(
    _ command: String, input: borrowing FileDescriptor,
    output: borrowing FileDescriptor, lifeline: borrowing FileDescriptor
  ) throws(EngineFailure) -> pid_t {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_adddup2(&actions, input.number, 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, output.number, 1)
    unsafe posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", 1, 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, lifeline.number, 3)

    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    unsafe posix_spawnattr_setsigmask(&attributes, &signals)
    // A child inherits ignored signals.
    unsafe sigaddset(&signals, SIGPIPE)
    unsafe posix_spawnattr_setsigdefault(&attributes, &signals)
    unsafe posix_spawnattr_setpgroup(&attributes, 0)
    unsafe posix_spawnattr_setflags(
      &attributes,
      Int16(
        POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK
      )
    )

    let words = ["sh", "-c", script, "sh", command, TicTacToeVariant.file]
    var arguments = unsafe words.map { unsafe strdup($0) } + [nil]
    defer { unsafe arguments.forEach { unsafe free($0) } }
    var pid: pid_t = 0
    let code = unsafe posix_spawn(
      &pid, "/bin/sh", &actions, &attributes, &arguments, environ
    )
    guard code == 0 else { throw .cannotStart(code: code) }
    return pid
  }
}
