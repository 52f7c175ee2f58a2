import Glibc
import Synchronization

/// Requests to stop, from Ctrl-C or from the system.
///
/// The first signal is recorded, so that the command can save and exit; the
/// second exits at once.
package enum Interrupts {
  /// A signal that asks to stop.
  package enum Signal: Hashable, Sendable {
    case interrupt
    case terminate

    /// The exit code once everything is saved.
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
  /// This also applies if SIGINT was ignored, as shells do for background jobs:
  /// a signal sent to a job is meant.
  package static func watch() {
    // Initializes the atomic before a handler can use it.
    _ = pending
    set(SIGINT, handle)
    set(SIGTERM, handle)
  }

  /// Lets a write to a closed pipe fail instead of ending the process, for
  /// commands that have something to save.
  package static func ignoreBrokenPipes() {
    set(SIGPIPE, SIG_IGN)
  }

  /// Runs at any moment on any thread: it may use only the atomic and `_exit`.
  private static let handle: @convention(c) (Int32) -> Void = { signal in
    let (isFirst, _) = first.compareExchange(
      expected: 0, desired: signal, ordering: .relaxed
    )
    if !isFirst { _exit(128 + signal) }
  }

  private static func set(
    _ signal: Int32, _ handler: @escaping @convention(c) (Int32) -> Void
  ) {
    var action = sigaction()
    unsafe action.__sigaction_handler.sa_handler = handler
    unsafe sigemptyset(&action.sa_mask)
    unsafe sigaction(signal, &action, nil)
  }
}
