extension Study {
  /// The names of the studies, in the order in which help lists them.
  public static let names = catalog.map(\.name)

  /// The study of a name, or nil; a quick one is a small form for tests.
  public static func named(_ name: String, quick: Bool) -> Study? {
    catalog.first { $0.name == name }?.make(quick)
  }

  private static let catalog:
    [(name: String, make: @Sendable (Bool) -> Study)] = [
      ("negatives", { .negatives(quick: $0) }),
      ("repair", { .repair(quick: $0) }),
      ("mechanism", { .mechanism(quick: $0) }),
      ("methods", { .methods(quick: $0) }),
      ("label-adversary", { .labelAdversary(quick: $0) }),
      ("distillation", { .distillation(quick: $0) }),
      ("auction", { .auction(quick: $0) }),
      ("hunger", { .hunger(quick: $0) }),
      ("imitation", { .imitation(quick: $0) }),
      ("exploiter", { .exploiter(quick: $0) }),
      ("turing", { .turing(quick: $0) }),
    ]
}
