internal import Training

extension Negatives {
  /// A condition: what is told, by which loss, of how much.
  private static func condition(
    lesson: String,
    loss: String,
    source: String,
    fraction: String = "1",
    labels: String = "",
    canonical: String
  ) -> Condition {
    Condition([
      "lesson": lesson, "loss": loss, "source": source, "fraction": fraction,
      "labels": labels, "canonical": canonical,
    ])
  }

  private static let losses = NegativeLoss.allCases
    .filter { $0 != .negativePreference }.map(\.rawValue)
  static let fractions = ["1", "0.5", "0.25", "0.1"]
  static let sources = [
    "obvious-1", "obvious-3", "obvious-5", "one", "hindsight",
  ]

  /// Losses by fraction from complete labels; sources by the losses that tell
  /// them apart; equal numbers of labels.
  static let all: [Condition] = ["off", "on"].flatMap {
    complete(canonical: $0) + partial(canonical: $0) + equal(canonical: $0)
  }

  /// Every bad move of a fraction of the positions, by every loss; and the same
  /// fraction's good moves.
  private static func complete(canonical: String) -> [Condition] {
    let lessons =
      losses.map { ("bad", $0) }
      + ["good", "uniform", "both"].map { ($0, "") }
    return lessons.flatMap { lesson, loss in
      fractions.map {
        condition(
          lesson: lesson,
          loss: loss,
          source: "oracle",
          fraction: $0,
          canonical: canonical
        )
      }
    }
  }

  /// Some bad moves of the positions.
  private static func partial(canonical: String) -> [Condition] {
    sources.flatMap { source in
      let choices =
        [("ascent", "1"), ("unlikelihood", "1")]
        + fractions.map { ("set-unlikelihood", $0) }
      return choices.map { loss, fraction in
        condition(
          lesson: "bad",
          loss: loss,
          source: source,
          fraction: fraction,
          canonical: canonical
        )
      }
    }
  }

  /// Equal numbers of single labels, good or bad.
  private static func equal(canonical: String) -> [Condition] {
    let lessons = [
      ("good", ""), ("bad", "set-unlikelihood"), ("bad", "ascent"),
    ]
    return ["500", "2000", "8000"].flatMap { labels in
      lessons.map { lesson, loss in
        condition(
          lesson: lesson,
          loss: loss,
          source: "oracle",
          labels: labels,
          canonical: canonical
        )
      }
    }
  }

  /// The conditions that a test has time for.
  static let quick: [Condition] = {
    let inputs = ["off", "on"]
    let named = inputs.flatMap { canonical in
      ["ascent", "unlikelihood", "set-unlikelihood"].map {
        condition(
          lesson: "bad",
          loss: $0,
          source: "oracle",
          canonical: canonical
        )
      }
    }
    let seen = ["obvious-1", "obvious-3"].map {
      condition(
        lesson: "bad",
        loss: "set-unlikelihood",
        source: $0,
        canonical: "off"
      )
    }
    let lessons = [
      ("good", ""), ("bad", "set-unlikelihood"), ("bad", "ascent"),
    ]
    let half = lessons.map { lesson, loss in
      condition(
        lesson: lesson,
        loss: loss,
        source: "oracle",
        fraction: "0.5",
        canonical: "off"
      )
    }
    return named + seen + half
  }()
}
