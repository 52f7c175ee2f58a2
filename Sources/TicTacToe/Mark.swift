public enum Mark: String, Hashable, Sendable, CaseIterable {
  /// The side that moves first.
  case x = "X"

  /// The side that moves second.
  case o = "O"

  public var opponent: Mark {
    self == .x ? .o : .x
  }
}
