public import NeuralNetwork
public import TicTacToe

/// A network that plays, its outputs one a square.
///
/// It plays its likeliest move (ties: the lowest square) unless its temperature
/// is above 0.
public struct NetworkPolicy: Policy, Equatable {
  /// A short name for tables.
  public var name: String

  /// How the network sees a position.
  public let encoding: Encoding

  /// The network, its outputs one logit a square.
  public var network: Network

  /// What makes probabilities of the outputs.
  public let head: Head

  /// What makes probabilities of a network's outputs.
  public enum Head: String, Sendable, CaseIterable {
    /// The softmax over the legal moves.
    case softmax

    /// The historical network: one sigmoid a square, normalised over the legal
    /// moves.
    case sigmoid

    /// Takes a gradient by the logits of `policy(of:legal:)` down to the
    /// outputs.
    public func gradient(
      byOutputs outputs: some Collection<Float>,
      of gradient: OutcomeVector
    ) -> OutcomeVector {
      switch self {
      case .softmax: gradient
      case .sigmoid:
        // The slope of log σ is 1 − σ = σ(−z).
        OutcomeVector(
          zip(gradient, outputs).map { $0 * .exp(.logSigmoid(-$1)) }
        )
      }
    }

    /// The distribution over the legal moves.
    public func policy(
      of outputs: some Collection<Float>,
      legal: UInt64
    ) -> Categorical {
      switch self {
      case .softmax: Categorical(logits: outputs, legal: legal)
      case .sigmoid: Categorical(logits: outputs.map(logit), legal: legal)
      }
    }

    /// What takes the place of an output in a softmax.
    func logit(of output: Float) -> Float {
      switch self {
      case .softmax: output
      // The softmax of log σ is σ, normalised.
      case .sigmoid: .logSigmoid(output)
      }
    }
  }

  /// 0 plays greedily; above, logits are divided by it before a move is drawn.
  public var temperature: Float = 0

  let group: SymmetryGroup

  /// Creates a policy from a network that fits the encoding.
  public init(
    name: String,
    encoding: Encoding,
    network: Network,
    head: Head = .softmax
  ) {
    precondition(
      network.sizes.first == encoding.inputCount
        && network.sizes.last == encoding.rules.squareCount
        && encoding.rules.squareCount <= OutcomeVector.capacity,
      "a network of sizes \(network.sizes) for \(encoding.inputCount) inputs "
        + "and \(encoding.rules.squareCount) squares"
    )
    self.name = name
    self.encoding = encoding
    self.network = network
    self.head = head
    group =
      encoding.rules == .ticTacToe ? .ticTacToe : SymmetryGroup(encoding.rules)
  }

  /// Compares everything but the name.
  public static func == (lhs: NetworkPolicy, rhs: NetworkPolicy) -> Bool {
    lhs.encoding == rhs.encoding && lhs.network == rhs.network
      && lhs.head == rhs.head && lhs.temperature == rhs.temperature
  }

  /// The logit of each square of a position.
  public func logits(in position: Position) -> [Float] {
    let view = encoding.view(of: position, group: group)
    var batch = Batch()
    encoding.append(view.position, to: &batch)
    network.evaluate(&batch)
    let outputs = batch.outputs(ofRow: 0)
    return outputs.indices.map { square in
      outputs[group.image(of: Square(square), under: view.symmetry).index]
    }
  }

  /// The distribution over the position's moves.
  public func probabilities(in position: Position) -> [Float] {
    head.policy(of: logits(in: position), legal: position.legalMask)
      .probabilities.map { $0 }
  }

  /// Plays the likeliest move, or at a temperature draws one; nil if the game
  /// is over.
  public mutating func move(
    in position: Position,
    using rng: inout some RandomNumberGenerator
  ) -> Square? {
    if position.outcome != nil { return nil }
    let logits = logits(in: position)
    guard temperature > 0 else {
      // By the logits themselves, as proofs judge it: probabilities round.
      return position.greedyMove(by: logits)
    }
    let choice = drawn(by: logits, legal: position.legalMask)
    return Square(choice.sample(using: &rng))
  }

  /// What a move is drawn from at the temperature, which is above 0.
  func drawn(by logits: [Float], legal: UInt64) -> Categorical {
    let shares = head.policy(of: logits, legal: legal)
    let greatest = shares.logProbabilities[shares.argmax]
    // From the greatest down, and cut off, so that nothing overflows.
    let scaled = shares.logProbabilities.map {
      max(($0 - greatest) / temperature, -1e30)
    }
    return Categorical(logits: scaled, legal: legal)
  }
}
