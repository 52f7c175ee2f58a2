public import NeuralNetwork
public import Players
public import TicTacToe

/// A network that tells true pairs of a board and a vector of one number a
/// square from forged ones: the higher its score, the truer the pair.
///
/// σ(score) is its belief that a pair is true.
public struct Discriminator: Sendable {
  /// The function that gives the score.
  public enum Form: String, Sendable, CaseIterable {
    /// h · v, where h = MLP(board) has one output a square: linear in the
    /// vector for every board. Miyato & Koyama (2018), equation 3 without ψ,
    /// the vector in the sample's place.
    case projection

    /// MLP(board, v): both are its inputs. Mirza & Osindero (2014).
    case concatenating

    /// MLP(v): blind to the board.
    case vectorOnly = "vector-only"
  }

  /// A board and a vector said to belong to it.
  public struct Pair: Sendable, Equatable {
    public let board: Position
    public var vector: OutcomeVector

    /// The relative weight among the true, or the forged, pairs of a batch.
    public var weight: Float

    public init(
      _ board: Position, _ vector: OutcomeVector, weight: Float = 1
    ) {
      self.board = board
      self.vector = vector
      self.weight = weight
    }
  }

  /// Pairs with their scores and the activations behind them.
  public struct Examination: Sendable {
    public let pairs: [Pair]

    /// The scores, of shape [pairs].
    public let scores: [Float]

    fileprivate let batch: Batch

    /// The batch's row for each pair, of shape [pairs].
    fileprivate let rows: [Int]

    fileprivate func outputs(of pair: Int) -> OutcomeVector {
      batch.outcomes(ofRow: rows[pair])
    }
  }

  public let form: Form

  public let encoding: Encoding
  public internal(set) var network: Network
  var optimizer: any Optimizer

  /// Creates a discriminator of random weights: every score is near 0.
  public init(
    _ form: Form, encoding: Encoding, hidden: Int = 128,
    using rng: inout some RandomNumberGenerator
  ) {
    let squares = encoding.rules.squareCount
    let board = form == .vectorOnly ? 0 : encoding.inputCount
    let vector = form == .projection ? 0 : squares
    let outputs = form == .projection ? squares : 1
    self.form = form
    self.encoding = encoding
    network = Network(
      sizes: [board + vector, hidden, outputs], activeInputs: squares,
      using: &rng
    )
    // Each step brings its own learning rate.
    optimizer = Adam(learningRate: 0, parameterCount: network.parameters.count)
  }

  /// Scores pairs. If the board alone is an input, each distinct board goes
  /// through the network once.
  ///
  /// - Complexity: O(pairs · parameters).
  public func examine(_ pairs: [Pair]) -> Examination {
    var batch = Batch()
    var rows: [Int] = []
    var known: [Position: Int] = [:]
    for pair in pairs {
      if form == .projection {
        let (row, isNew) = known.row(of: pair.board)
        rows.append(row)
        if isNew { encoding.append(pair.board, to: &batch) }
        continue
      }
      rows.append(rows.count)
      for square in pair.vector.indices {
        batch.appendInput(
          firstVectorInput + square, value: pair.vector[square]
        )
      }
      if form == .concatenating {
        encoding.append(pair.board, to: &batch)
      } else {
        batch.endRow()
      }
    }
    network.evaluate(&batch)
    let scores = zip(pairs, rows).map { pair, row in
      let outputs = batch.outcomes(ofRow: row)
      return form == .projection ? outputs.dot(pair.vector) : outputs[0]
    }
    return Examination(pairs: pairs, scores: scores, batch: batch, rows: rows)
  }

  /// The gradient by the vector of each pair, of shape [pairs][squares], given
  /// that by its score: the signal for a forger.
  public func vectorGradients(
    of seen: Examination, byScores scoreGradients: [Float]
  ) -> [OutcomeVector] {
    if form == .projection {
      return scoreGradients.enumerated().map { pair, gradient in
        gradient * seen.outputs(of: pair)
      }
    }
    let gradient = network.inputGradient(
      of: scoreGradients, through: seen.batch
    )
    let inputs = network.sizes[0]
    return scoreGradients.indices.map { row in
      let start = row * inputs + firstVectorInput
      return OutcomeVector(
        gradient[start..<start + encoding.rules.squareCount]
      )
    }
  }

  /// The gradient of the scores and of the penalty γ/2 |∂s/∂v|², the mean over
  /// the first `count` pairs; of shape [parameters], given the gradient by each
  /// score, of shape [pairs].
  ///
  /// ∂s/∂v is h there, so that its gradient by h is γ h: the penalty R1 of
  /// Mescheder, Geiger & Nowozin (2018), equation 9, exactly.
  ///
  /// - Precondition: a penalty is for the projection.
  func gradient(
    of seen: Examination, byScores scoreGradients: [Float], penalty: Float = 0,
    ofFirst count: Int = 0
  ) -> [Float] {
    precondition(
      penalty == 0 || form == .projection && count > 0,
      "a penalty of \(penalty) on \(count) pairs of the form \(form.rawValue)"
    )
    guard form == .projection else {
      return network.parameterGradient(of: scoreGradients, through: seen.batch)
    }
    var byOutputs = [OutcomeVector](
      repeating: OutcomeVector(count: encoding.rules.squareCount),
      count: seen.batch.count
    )
    for (pair, score) in scoreGradients.enumerated() {
      byOutputs[seen.rows[pair]] += score * seen.pairs[pair].vector
      if pair < count {
        byOutputs[seen.rows[pair]] +=
          penalty / Float(count) * seen.outputs(of: pair)
      }
    }
    return network.parameterGradient(of: byOutputs, through: seen.batch)
  }

  /// Makes one step against the logistic loss, the mean over the true pairs and
  /// that over the forged ones, each by its weight.
  ///
  /// - Parameters:
  ///   - smoothing: The amount by which the label of a true pair is below 1.
  ///   - penalty: The weight γ of the penalty R1; for the projection only.
  ///   - done: The steps made before, for the error.
  /// - Precondition: the weights of either kind have a positive sum.
  /// - Throws: `Divergence` if a weight or a gradient exceeds its bound.
  /// - Complexity: O(pairs · parameters).
  public mutating func learn(
    true truths: [Pair], forged: [Pair], learningRate: Float,
    smoothing: Float = 0, penalty: Float = 0, done: Int = 0
  ) throws(Divergence) {
    let seen = examine(truths + forged)
    let gradient = gradient(
      of: seen,
      byScores: scoreGradients(
        of: seen, truths: truths.count, smoothing: smoothing
      ), penalty: penalty, ofFirst: truths.count
    )
    try Divergence.check(gradient: gradient, done: done)
    optimizer.learningRate = learningRate
    network.step(against: gradient, by: &optimizer)
    try Divergence.check(network, done: done)
  }

  /// The gradient of the logistic loss by each score, of shape [pairs].
  func scoreGradients(
    of seen: Examination, truths: Int, smoothing: Float
  ) -> [Float] {
    let weights = Discriminator.weights(of: seen, truths: truths)
    return seen.scores.enumerated().map { row, score in
      let label = row < truths ? 1 - smoothing : 0
      return weights[row] * ScoreLoss.logistic(score, label: label).slope
    }
  }

  /// Each pair's share of the weights of its kind, of shape [pairs].
  private static func weights(of seen: Examination, truths: Int) -> [Float] {
    [seen.pairs.prefix(truths), seen.pairs.dropFirst(truths)].flatMap { pairs in
      let sum = pairs.reduce(0) { $0 + $1.weight }
      return pairs.map { $0.weight / sum }
    }
  }

  /// The mean of the weights of true pairs with a score above 0 and of forged
  /// ones with one below; a score of 0 is half right.
  func accuracy(of seen: Examination, truths: Int) -> Double {
    let weights = Discriminator.weights(of: seen, truths: truths)
    var right = 0.0
    for (row, score) in seen.scores.enumerated() {
      let signed = row < truths ? score : -score
      let share = signed > 0 ? 1.0 : signed == 0 ? 0.5 : 0
      right += Double(weights[row]) * share / 2
    }
    return right
  }

  /// The input that is the vector's first number.
  private var firstVectorInput: Int {
    form == .concatenating ? encoding.inputCount : 0
  }
}
