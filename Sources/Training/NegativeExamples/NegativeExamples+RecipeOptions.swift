extension NegativeExamples.Recipe {
  /// Every choice, in the order in which commands name them.
  public static var options: [RecipeOption<Self>] {
    [
      .choice("source", \.source, "Where bad moves come from."),
      .fraction,
      RecipeOption(
        "depth",
        .choice(
          ["1", "3", "5"],
          get: { "\($0.depth)" },
          set: { $0.depth = Int($1) ?? $0.depth }
        ),
        "Obvious: punished within so many plies."
      ),
      RecipeOption(
        "hindsight-games",
        .integer(\.hindsightGames, 1...1_000_000),
        "Hindsight: random games to look back on."
      ),
      RecipeOption(
        "labels",
        .integer(\.labels, 0...1_000_000),
        "Single labels drawn from the examples; 0 is all of them."
      ),
      .choice("loss", \.loss, "What is made of a bad move."),
      .head, .cost,
      RecipeOption(
        "anchor",
        .decimal(\.anchor, 0...1000),
        "With --continue: how strongly other positions are held."
      ),
      .model, .hidden, .canonical,
    ] + RecipeOption.schedule
  }
}
