/// One line that shows the progress of a command.
///
/// It makes the text from the times given; `Console` writes it.
package struct ProgressLine {
  package enum Mode: Hashable, Sendable {
    /// In place, on a terminal of `width` columns.
    case redrawn(width: Int)

    /// A complete line every few seconds, in a file or on a terminal of `width`
    /// columns that understands no escapes.
    case logged(width: Int)
    case silent
  }

  static let redrawInterval = Duration.milliseconds(100)
  static let logInterval = Duration.seconds(5)

  private let mode: Mode
  private let charset: TextEncoding
  private var due: Duration?
  private var isVisible = false

  package init(mode: Mode, charset: TextEncoding) {
    self.mode = mode
    self.charset = charset
  }

  /// The text to write at `now`; nil if it is too early.
  ///
  /// - Parameter variants: The same line, longest first; the first that fits is
  ///   written.
  package mutating func update(
    at now: Duration, _ variants: () -> [String]
  ) -> String? {
    switch mode {
    case .silent:
      return nil
    case .redrawn(let width):
      if let due, now < due { return nil }
      due = now + Self.redrawInterval
      isVisible = true
      return "\r" + fitted(variants(), width: width) + "\u{1b}[K"
    case .logged(let width):
      // A command that ends within the first interval logs only its end.
      let due = due ?? now + Self.logInterval
      self.due = now < due ? due : now + Self.logInterval
      return now < due ? nil : fitted(variants(), width: width) + "\n"
    }
  }

  /// The text that erases the line, to write before any other text.
  package mutating func clear() -> String? {
    guard isVisible else { return nil }
    isVisible = false
    due = nil
    return "\r\u{1b}[K"
  }

  /// The last state, on a line that stays.
  package mutating func finish(_ variants: () -> [String]) -> String? {
    defer {
      isVisible = false
      due = nil
    }
    switch mode {
    case .silent: return nil
    case .logged(let width): return fitted(variants(), width: width) + "\n"
    case .redrawn(let width):
      return "\r" + fitted(variants(), width: width) + "\u{1b}[K\n"
    }
  }

  /// The last column stays free: some terminals wrap as soon as it is filled.
  private func fitted(_ variants: [String], width: Int) -> String {
    let variants = variants.map { charset.encode($0) }
    let fitting = variants.first { $0.count < width }
    return fitting ?? String((variants.last ?? "").prefix(width - 1))
  }
}
