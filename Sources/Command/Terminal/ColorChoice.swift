/// The values of `--color`.
package enum ColorChoice: String, CaseIterable, Sendable {
  case auto
  case always
  case never

  /// Whether a stream is colored. `TERM=dumb`, `CLICOLOR_FORCE`, `NO_COLOR` and
  /// `--color` decide; each overrides those before it.
  package func colors(isTerminal: Bool, environment: [String: String]) -> Bool {
    if self != .auto { return self == .always }
    if isSet(environment["NO_COLOR"]) { return false }
    if isSet(environment["CLICOLOR_FORCE"]),
      environment["CLICOLOR_FORCE"] != "0"
    {
      return true
    }
    return isTerminal && Self.understandsEscapes(environment)
  }

  static func understandsEscapes(_ environment: [String: String]) -> Bool {
    isSet(environment["TERM"]) && environment["TERM"] != "dumb"
  }
}

/// Both conventions (no-color.org, bixense.com/clicolors) ignore an empty
/// variable.
private func isSet(_ variable: String?) -> Bool {
  variable.map { !$0.isEmpty } ?? false
}
