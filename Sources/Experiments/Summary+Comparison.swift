extension Summary {
  /// Which values of a figure are good.
  enum Aim {
    case high, low
  }

  /// The paired difference of a figure between two conditions and what follows
  /// from its interval, in a line: `.012 [.003, .021] over 20 pairs: better`;
  /// nil where there are no pairs.
  func comparison(
    _ figure: String,
    _ condition: Condition?,
    minus other: Condition?,
    aim: Aim
  ) -> String? {
    guard let condition, let other,
      let e = difference(figure, condition, minus: other)
    else { return nil }
    // One pair has no interval.
    let isShown = e.count > 1 && (e.low > 0 || e.high < 0)
    let isBetter = (e.value > 0) == (aim == .high)
    let verdict =
      !isShown ? "no difference shown" : isBetter ? "better" : "worse"
    return "\(text(e, of: "")) over \(e.count) pairs: \(verdict)"
  }
}
