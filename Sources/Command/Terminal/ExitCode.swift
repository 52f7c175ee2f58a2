/// The exit codes, for scripts; the numbers follow `sysexits.h`.
package enum ExitCode: Int32, Hashable, Sendable {
  /// Done.
  case success = 0

  /// The assertion asked for is false.
  case assertionFalse = 1

  /// The command line is wrong.
  case usage = 64

  /// A file holds bad data.
  case badData = 65

  /// An input is missing.
  case missingInput = 66

  /// A bug in the program.
  case bug = 70

  /// The output exists and would be overwritten, or another process writes it.
  case wouldOverwrite = 73

  /// Reading or writing failed.
  case inputOutput = 74

  /// Interrupted by SIGINT, and saved.
  case interrupted = 130

  /// Terminated by SIGTERM, and saved.
  case terminated = 143
}
