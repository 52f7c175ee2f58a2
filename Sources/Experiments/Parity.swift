/// The one word on a method beside its baseline, from the paired difference of
/// a figure where more is better.
enum Parity: String {
  /// The whole interval lies above 0.
  case better = "use it"

  /// It reaches below 0, yet not below the margin.
  case parity

  /// It reaches below the margin, and not above 0.
  case worse = "does not beat"

  /// It is too wide for any of these.
  case unknown = "nothing shown beside"

  /// What a method may cost and still count as equal: a point.
  static let margin = 0.01

  /// Judges an interval; one pair has none.
  init(_ difference: Estimate) {
    self =
      switch difference {
      case let e where e.count < 2: .unknown
      case let e where e.low > 0: .better
      case let e where e.low >= -Parity.margin: .parity
      case let e where e.high < 0: .worse
      default: .unknown
      }
  }
}

extension Summary {
  /// A line on the difference of a figure between a method and its baseline,
  /// over seeds that both have.
  func verdict(
    _ figure: String,
    of condition: Condition,
    against baseline: Condition,
    called name: String
  ) -> String? {
    difference(figure, condition, minus: baseline).map { e in
      let parity = Parity(e)
      let hasObject = parity == .worse || parity == .unknown
      let object = hasObject ? " \(name)" : ""
      return "\(condition.text) minus \(name), \(figure): "
        + "\(text(e, of: figure)) over \(e.count) pairs: "
        + "\(parity.rawValue)\(object)"
    }
  }
}
