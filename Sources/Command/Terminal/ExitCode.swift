/// The exit codes, for scripts; the numbers follow `sysexits.h`.
package enum ExitCode: Int32, Hashable, Sendable {
  case success = 0

  /// A result fails an assertion, such as that of `--require`.
  case assertionFalse = 1
  case usage = 64
  case badData = 65
  case missingInput = 66
  case bug = 70

  /// The output exists and would be overwritten, or another process writes it.
  case wouldOverwrite = 73
  case inputOutput = 74

  /// SIGINT came, and everything is saved.
  case interrupted = 130

  /// SIGTERM came, and everything is saved.
  case terminated = 143
}
