import Glibc
import Synchronization

/// The wish to stop, from Ctrl-C or from the system.
///
/// The first signal is remembered, so that a command can save and leave; the
/// second leaves at once.
package enum Interrupts {
  /// Which signal came.
  package enum Signal: Hashable, Sendable {
    case interrupt
    case terminate

    /// What to exit with once everything is saved.
    package var exitCode: ExitCode {
      self == .interrupt ? .interrupted : .terminated
    }
  }

  /// The number of the first signal; 0 before.
  private static let first = Atomic<Int32>(0)

  /// The first signal that came.
  package static var pending: Signal? {
    switch first.load(ordering: .relaxed) {
    case 0: nil
    case SIGTERM: .terminate
    default: .interrupt
    }
  }

  /// Remembers SIGINT and SIGTERM from now on instead of dying of them.
  ///
  /// Also where SIGINT was ignored, as shells do for background jobs: whoever
  /// sends one to a job means it.
  package static func watch() {
    // Makes the atomic exist before a handler could be the first to ask.
    _ = pending
    set(SIGINT, handle)
    set(SIGTERM, handle)
  }

  /// Lets a write to a closed pipe fail instead of ending the process, for
  /// commands that have something to save.
  package static func ignoreBrokenPipes() {
    set(SIGPIPE, SIG_IGN)
  }

  /// Runs at any moment on any thread: may touch the atomic and `_exit` only.
  private static let handle: @convention(c) (Int32) -> Void = { signal in
    let (isFirst, _) = first.compareExchange(
      expected: 0,
      desired: signal,
      ordering: .relaxed
    )
    if !isFirst { _exit(128 + signal) }
  }

  private static func set(
    _ signal: Int32,
    _ handler: @escaping @convention(c) (Int32) -> Void
  ) {
    var action = sigaction()
    unsafe action.__sigaction_handler.sa_handler = handler
    unsafe sigemptyset(&action.sa_mask)
    unsafe sigaction(signal, &action, nil)
  }
}
