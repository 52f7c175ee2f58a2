import Glibc

/// The variables and terminals of the process, before any option is read.
package struct Environment: Hashable, Sendable {
  package var variables: [String: String] = [:]
  package var inputIsTerminal = false
  package var outputIsTerminal = false
  package var errorsIsTerminal = false

  /// The columns reported by the terminal.
  package var windowWidth: Int?

  package init() {}

  package static func current() -> Self {
    var here = Self()
    for name in names {
      guard let value = unsafe getenv(name) else { continue }
      here.variables[name] = unsafe String(cString: value)
    }
    here.inputIsTerminal = isatty(STDIN_FILENO) == 1
    here.outputIsTerminal = isatty(STDOUT_FILENO) == 1
    here.errorsIsTerminal = isatty(STDERR_FILENO) == 1
    here.windowWidth =
      reportedWidth(STDOUT_FILENO) ?? reportedWidth(STDERR_FILENO)
    return here
  }

  private static let names = [
    "LC_ALL", "LC_CTYPE", "LANG", "TERM", "COLUMNS", "NO_COLOR",
    "CLICOLOR_FORCE",
  ]

  private static func reportedWidth(_ descriptor: Int32) -> Int? {
    var size = winsize()
    guard unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0,
      size.ws_col > 0
    else { return nil }
    return Int(size.ws_col)
  }
}
