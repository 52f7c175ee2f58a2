/// What may be written where: decided once, from the surroundings and
/// `--color` alone.
package struct Capabilities: Hashable, Sendable {
  package let inputIsTerminal: Bool
  package let outputIsTerminal: Bool
  package let errorsIsTerminal: Bool
  package let colorsOutput: Bool
  package let colorsErrors: Bool

  /// Whether progress may be redrawn in place on standard error.
  package let redraws: Bool

  /// The columns to wrap at; off a terminal nothing is ever cut.
  package let width: Int

  package let charset: TextEncoding

  package init(_ surroundings: Surroundings, color: ColorChoice = .auto) {
    let environment = surroundings.environment
    inputIsTerminal = surroundings.inputIsTerminal
    outputIsTerminal = surroundings.outputIsTerminal
    errorsIsTerminal = surroundings.errorsIsTerminal
    colorsOutput = color.colors(
      isTerminal: outputIsTerminal,
      environment: environment
    )
    colorsErrors = color.colors(
      isTerminal: errorsIsTerminal,
      environment: environment
    )
    redraws =
      errorsIsTerminal && ColorChoice.understandsEscapes(environment)
    width = Self.width(surroundings)
    charset = TextEncoding(environment: environment)
  }

  /// Narrower than this, text would be one word a line.
  private static let narrowest = 20

  private static func width(_ surroundings: Surroundings) -> Int {
    let columns = surroundings.environment["COLUMNS"]
      .flatMap { Int($0) }
      .flatMap { $0 > 0 ? $0 : nil }
    return max(narrowest, columns ?? surroundings.windowWidth ?? 80)
  }
}
