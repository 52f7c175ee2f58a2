/// The values measured of one condition with one seed, each nil until it is
/// set; a value that stays nil is an empty field.
package protocol StudyFigures: Sendable {
  init()
}

/// A column of a study's tables.
package struct Figure<Figures> {
  /// How the values of several seeds are summed up.
  package enum Kind: Sendable {
    /// By the mean, with Student's interval.
    case mean

    /// As k of n, with Wilson's interval; the values are 0 and 1.
    case share
  }

  package let name: String
  let kind: Kind

  /// One sentence; empty where another figure's says it already.
  package let meaning: String

  let path: WritableKeyPath<Figures, Double?>

  static func mean(
    _ name: String, _ path: WritableKeyPath<Figures, Double?>, _ meaning: String
  ) -> Self {
    Self(name: name, kind: .mean, meaning: meaning, path: path)
  }

  static func share(
    _ name: String, _ path: WritableKeyPath<Figures, Double?>, _ meaning: String
  ) -> Self {
    Self(name: name, kind: .share, meaning: meaning, path: path)
  }
}

/// One quantity at several checkpoints of learning: a figure for each, and a
/// curve.
struct FigureSeries<Figures>: Sendable {
  /// The name; a figure's is this and the checkpoint.
  let name: String

  /// The values by checkpoint.
  let path: any WritableKeyPath<Figures, [Int: Double]> & Sendable

  /// Games or steps, ascending.
  let checkpoints: [Int]

  /// One sentence about the first checkpoint.
  let meaning: String

  /// The columns; only the first has a meaning.
  var figures: [Figure<Figures>] {
    // Without the composition, so that the paths made of it can be written,
    // too.
    let path: WritableKeyPath<Figures, [Int: Double]> = path
    return checkpoints.map { checkpoint in
      let value: WritableKeyPath<[Int: Double], Double?> = \.[checkpoint]
      return .mean(
        "\(name)\(checkpoint)", path.appending(path: value),
        checkpoint == checkpoints.first ? "\(meaning), and so on" : ""
      )
    }
  }
}
