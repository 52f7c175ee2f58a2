/// Why a command gave up: a line to print, and the code to exit with.
package struct Failure: Error, Hashable {
  package let code: ExitCode

  /// One line: what, where, what was expected.
  package let message: String

  /// What to do about it, on a line of its own.
  package let hint: String?

  package init(_ code: ExitCode, _ message: String, hint: String? = nil) {
    self.code = code
    self.message = message
    self.hint = hint
  }

  /// The one place where errors become words and exit codes.
  ///
  /// `command` is the one that was running, if it came so far.
  package init(_ error: any Error, command: String?) {
    switch error {
    case let failure as Failure:
      self = failure
    case let error as UsageError:
      let help = ["noughts help"] + (error.concernsCommand ? [command] : [])
      let see = help.compactMap(\.self).joined(separator: " ")
      self.init(.usage, "\(error.message); see \(see)")
    case let error as StreamError:
      self.init(.inputOutput, error.message)
    default:
      self.init(
        .bug,
        "unexpected: \(error)",
        hint: "This is a bug in noughts; please report it."
      )
    }
  }
}
