/// A loss on one distribution, with its gradient by logit.
///
/// Each loss is a pure function of the masked softmax of the logits; p stands
/// for its probabilities, e for a one-hot vector.
public struct Loss: Sendable, Equatable {
  /// The value.
  public let value: Float

  /// The gradient by logit; exactly 0 where the outcome is illegal.
  public let gradient: [Float]
}
