public import NeuralNetwork
public import TicTacToe

/// A network that draws its moves from the softmax of its outputs, one a
/// square. One more output, if there is one, says what a position is worth.
///
/// ``TemperedPolicy`` seats it at another temperature, greedily by default.
public struct NetworkPolicy: Policy, Equatable {
  public var name: String
  public let encoding: Encoding
  public var network: Network
  public let head: Head

  /// The map from a network's outputs to probabilities.
  public enum Head: String, Sendable, CaseIterable {
    case softmax

    /// One sigmoid for each square, normalized over the legal moves, as in the
    /// historical network.
    case sigmoid

    /// The gradient with respect to the outputs, given the one with respect to
    /// the logits of `policy(of:legal:)`; both of shape [squares].
    public func gradient(
      byOutputs outputs: some Collection<Float>, of gradient: OutcomeVector
    ) -> OutcomeVector {
      switch self {
      case .softmax: gradient
      case .sigmoid:
        // The derivative of log σ is 1 − σ = σ(−z).
        OutcomeVector(
          zip(gradient, outputs).map { $0 * .exp(.logSigmoid(-$1)) }
        )
      }
    }

    /// The distribution over the legal moves, given outputs of shape [squares].
    public func policy(
      of outputs: some Collection<Float>, legal: UInt64
    ) -> Categorical {
      switch self {
      case .softmax: Categorical(logits: outputs, legal: legal)
      case .sigmoid: Categorical(logits: outputs.map(logit), legal: legal)
      }
    }

    /// The logit for which a softmax gives the head's probabilities.
    func logit(of output: Float) -> Float {
      switch self {
      case .softmax: output
      // The softmax of log σ is σ, normalized.
      case .sigmoid: .logSigmoid(output)
      }
    }
  }

  /// The most squares of a board that a network plays on.
  public static let mostSquares = OutcomeVector.capacity

  /// Creates a policy from a network that fits the encoding.
  public init(
    name: String, encoding: Encoding, network: Network, head: Head = .softmax
  ) {
    precondition(
      network.sizes.first == encoding.inputCount
        && (0...1).contains(
          (network.sizes.last ?? 0) - encoding.rules.squareCount
        ) && (network.sizes.last ?? 0) <= OutcomeVector.capacity,
      "a network of sizes \(network.sizes) for \(encoding.inputCount) inputs "
        + "and \(encoding.rules.squareCount) squares"
    )
    self.name = name
    self.encoding = encoding
    self.network = network
    self.head = head
  }

  public var isSymmetric: Bool { encoding.isCanonical }

  /// Whether the network has an output for the value of a position.
  public var hasValue: Bool {
    network.sizes.last == encoding.rules.squareCount + 1
  }

  /// The network of the moves alone.
  public var moveNetwork: Network {
    hasValue
      ? network.selecting(outputs: 0..<encoding.rules.squareCount) : network
  }

  /// What the network takes a position that is not over to be worth to the side
  /// to move, −1…1: the hyperbolic tangent of its last output; nil without one.
  public func value(of position: Position) -> Float? {
    guard hasValue else { return nil }
    var batch = Batch()
    encoding.append(encoding.view(of: position).position, to: &batch)
    network.evaluate(&batch)
    return batch.outputs(ofRow: 0).last.map { Float.tanh($0) }
  }

  public static func == (lhs: NetworkPolicy, rhs: NetworkPolicy) -> Bool {
    lhs.encoding == rhs.encoding && lhs.network == rhs.network
      && lhs.head == rhs.head
  }

  /// The logit of each square of a position that is not over, of shape
  /// [squares].
  public func logits(in position: Position) -> [Float] {
    let view = encoding.view(of: position)
    var batch = Batch()
    encoding.append(view.position, to: &batch)
    network.evaluate(&batch)
    let outputs = batch.outputs(ofRow: 0)
    return (0..<encoding.rules.squareCount).map { square in
      let image = encoding.group.image(
        of: Square(square), under: view.symmetry
      )
      return outputs[image.index]
    }
  }

  public func probabilities(in position: Position) -> [Float] {
    if position.outcome != nil { return position.noProbabilities }
    return head.policy(of: logits(in: position), legal: position.legalMask)
      .probabilities.map { $0 }
  }
}
