extension Summary {
  /// The good end of a figure's values.
  enum Aim {
    case high, low
  }

  /// The paired difference of a figure between two conditions and its verdict,
  /// in a line: `.012 [.003, .021] over 20 pairs: better`; nil without pairs.
  func comparison(
    _ path: FigurePath, _ condition: S.Condition, minus other: S.Condition,
    aim: Aim
  ) -> String? {
    guard let e = difference(path, condition, minus: other) else { return nil }
    // One pair has no interval.
    let isShown = e.count > 1 && (e.low > 0 || e.high < 0)
    let isBetter = (e.value > 0) == (aim == .high)
    let verdict =
      !isShown ? "no difference shown" : isBetter ? "better" : "worse"
    return "\(text(e)) over \(e.count) pairs: \(verdict)"
  }

  /// A line on a method against its baseline, named so, by the paired
  /// difference of a figure where more is better; nil without pairs.
  func verdict(
    _ path: FigurePath, of condition: S.Condition,
    against baseline: S.Condition, named name: String
  ) -> String? {
    difference(path, condition, minus: baseline).map { e in
      let parity = Parity(e)
      let hasObject = parity == .worse || parity == .unknown
      return "\(condition.text) minus \(name), \(figure(path).name): "
        + "\(text(e)) over \(e.count) pairs: "
        + parity.rawValue + (hasObject ? " \(name)" : "")
    }
  }
}

/// The verdict on a method against its baseline, from the paired difference of
/// a figure where more is better.
enum Parity: String {
  /// The whole interval lies above 0.
  case better = "use it"

  /// The interval includes 0 and stays above −margin, or lies between them.
  case parity

  /// The interval reaches below −margin and stays below 0.
  case worse = "does not beat"

  /// The interval is too wide for any of these.
  case unknown = "not shown to differ from"

  /// The loss that still counts as equal: one percentage point.
  static let margin = 0.01

  init(_ difference: Estimate) {
    self =
      switch difference {
      // One pair has no interval.
      case let e where e.count < 2: .unknown
      case let e where e.low > 0: .better
      case let e where e.low >= -Parity.margin: .parity
      case let e where e.high < 0: .worse
      default: .unknown
      }
  }
}
