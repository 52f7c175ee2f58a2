import Testing

extension Optional<ExitTest.Result> {
  /// What the process wrote to standard error before it ended, such as the
  /// message of a precondition.
  ///
  /// The exit test must observe `standardErrorContent`.
  package var message: String {
    String(decoding: self?.standardErrorContent ?? [], as: UTF8.self)
  }
}
