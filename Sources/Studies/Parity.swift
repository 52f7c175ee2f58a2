/// The one word on a method beside its baseline, from the paired difference of
/// a figure where more is better.
enum Parity: String {
  /// The whole interval lies above 0.
  case better = "use it"

  /// It reaches below 0, yet not below the margin.
  case parity

  /// It reaches below the margin.
  case worse = "does not beat"

  /// What a method may cost and still count as equal: a point.
  static let margin = 0.01

  /// Judges an interval.
  init(_ difference: Estimate) {
    self =
      difference.low > 0
      ? .better : difference.low >= -Parity.margin ? .parity : .worse
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
      let object = parity == .worse ? " \(name)" : ""
      return "\(condition.text) minus \(name), \(figure): "
        + "\(text(e, of: figure)) over \(e.count) pairs: "
        + "\(parity.rawValue)\(object)"
    }
  }
}
