/// The abilities of the streams, decided once from the environment and
/// `--color` alone.
package struct Capabilities: Hashable, Sendable {
  package let inputIsTerminal: Bool
  package let outputIsTerminal: Bool
  package let errorsIsTerminal: Bool
  package let colorsOutput: Bool
  package let colorsErrors: Bool

  /// Whether progress may be redrawn in place on standard error.
  package let redraws: Bool

  /// The columns to wrap at; output to files is never wrapped.
  package let width: Int

  package let charset: TextEncoding

  package init(_ environment: Environment, color: ColorChoice = .auto) {
    let variables = environment.variables
    inputIsTerminal = environment.inputIsTerminal
    outputIsTerminal = environment.outputIsTerminal
    errorsIsTerminal = environment.errorsIsTerminal
    colorsOutput = color.colors(
      isTerminal: outputIsTerminal, environment: variables
    )
    colorsErrors = color.colors(
      isTerminal: errorsIsTerminal, environment: variables
    )
    redraws =
      errorsIsTerminal && ColorChoice.understandsEscapes(variables)
    width = Self.width(environment)
    charset = TextEncoding(environment: variables)
  }

  /// The least width; below it text would be one word per line.
  private static let narrowest = 20

  private static func width(_ environment: Environment) -> Int {
    let columns = environment.variables["COLUMNS"]
      .flatMap { Int($0) }
      .flatMap { $0 > 0 ? $0 : nil }
    return max(narrowest, columns ?? environment.windowWidth ?? 80)
  }
}
