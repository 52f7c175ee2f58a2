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
      case .sigmoid:
        // The softmax of log σ is σ, normalised.
        Categorical(logits: outputs.map(Float.logSigmoid), legal: legal)
      }
    }
  }

  /// 0 plays greedily; above, logits are divided by it before a move is drawn.
  public var temperature: Float = 0

  private let group: SymmetryGroup

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

  /// The logit of each square, position by position.
  ///
  /// - Complexity: positions that look the same to the network are evaluated
  ///   once.
  public func logits(in positions: [Position]) -> [[Float]]? {
    var batch = Batch()
    var rows: [Position: Int] = [:]
    let places = positions.map { position in
      let view = encoding.view(of: position, group: group)
      if let row = rows[view.position] { return (row, view.symmetry) }
      rows[view.position] = batch.count
      encoding.append(view.position, to: &batch)
      return (batch.count - 1, view.symmetry)
    }
    network.evaluate(&batch)
    return places.map { row, symmetry in
      let outputs = batch.outputs(ofRow: row)
      return (0..<outputs.count).map { square in
        let image = group.image(of: Square(square), under: symmetry)
        return outputs[outputs.startIndex + image.index]
      }
    }
  }

  /// The distribution over each position's moves.
  public func probabilities(in positions: [Position]) -> [[Float]] {
    zip(positions, logits(in: positions) ?? []).map { position, logits in
      head.policy(of: logits, legal: position.legalMask)
        .probabilities.map { $0 }
    }
  }

  /// The distribution over the position's moves.
  public func probabilities(in position: Position) -> [Float] {
    probabilities(in: [position])[0]
  }

  /// Plays the likeliest move, or at a temperature draws one.
  public mutating func move(
    in position: Position,
    using rng: inout some RandomNumberGenerator
  ) -> Square? {
    let logits = logits(in: [position])?[0] ?? []
    // By the logits themselves, as proofs judge it: probabilities round.
    let best = position.greedyMove(by: logits)
    guard temperature > 0, let best else { return best }
    // From the greatest down, and cut off, so that nothing overflows.
    let shares = head.policy(of: logits, legal: position.legalMask)
    let greatest = shares.logProbabilities[best.index]
    let scaled = shares.logProbabilities.map {
      max(($0 - greatest) / temperature, -1e30)
    }
    let choice = Categorical(logits: scaled, legal: position.legalMask)
    return Square(choice.sample(using: &rng))
  }
}
