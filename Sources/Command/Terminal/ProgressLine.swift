/// One line that tells how far a command has come.
///
/// It only makes the text to write to standard error, from the times it is
/// told; `Console` writes it.
package struct ProgressLine {
  package enum Mode: Hashable, Sendable {
    /// In place, on a terminal of so many columns.
    case redrawn(width: Int)

    /// A complete line now and then, for a log; on a terminal of so many
    /// columns that understands no escapes, or in a file of any.
    case logged(width: Int)

    /// Never.
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

  /// What to write at `now`, or nil when it is too early.
  ///
  /// `variants` are the same line, longest first; the first that fits is
  /// taken. They are only asked for when they are needed.
  package mutating func update(
    at now: Duration,
    _ variants: () -> [String]
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
      // A command that is done before the first interval logs its end only.
      let due = due ?? now + Self.logInterval
      self.due = now < due ? due : now + Self.logInterval
      return now < due ? nil : fitted(variants(), width: width) + "\n"
    }
  }

  /// What to write before anything else may be: erases the line.
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
