/// A loss on one distribution, with its gradient by logit.
///
/// Each loss is a pure function of the masked softmax of the logits; p stands
/// for its probabilities, e for a one-hot vector.
public struct Loss: Sendable, Equatable {
  public let value: Float

  /// The gradient by logit, of shape [outcomes]; exactly 0 where the outcome is
  /// illegal.
  public let gradient: OutcomeVector
}

extension Loss {
  /// The loss times a factor; −1 turns descent into ascent.
  public func scaled(by factor: Float) -> Loss {
    Loss(value: factor * value, gradient: factor * gradient)
  }

  public static func + (lhs: Loss, rhs: Loss) -> Loss {
    var gradient = lhs.gradient
    gradient += rhs.gradient
    return Loss(value: lhs.value + rhs.value, gradient: gradient)
  }

  /// A loss that depends on one log p(i) alone, by its value and its slope
  /// there; its gradient is slope · (e_i − p).
  ///
  /// Most losses differ only in this slope.
  init(of policy: Categorical, outcome: Int, value: Float, slope: Float) {
    policy.requireLegal(outcome)
    var gradient = -slope * policy.probabilities
    gradient[outcome] += slope
    self.init(value: value, gradient: gradient)
  }
}

extension Categorical {
  func requireLegal(_ outcome: Int) {
    precondition(
      probabilities.indices.contains(outcome) && legal >> outcome & 1 == 1,
      "outcome \(outcome) is not legal in \(String(legal, radix: 2))"
    )
  }
}
