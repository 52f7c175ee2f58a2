internal import NeuralNetwork
internal import Players
internal import TicTacToe
internal import Training

/// The hidden layer of a predictor, held fixed: the features of a board that a
/// linear map reads.
struct Embedding {
  /// The first layer alone.
  private let network: Network

  /// The factor that makes the mean square of a feature over all decisions 1,
  /// so that embeddings of any scale are read alike.
  private var scale: Float = 1

  /// Keeps the first layer of a network.
  ///
  /// - Precondition: it has one hidden layer.
  init(of network: Network) {
    precondition(
      network.sizes.count == 3,
      "the hidden layer of a network of sizes \(network.sizes)"
    )
    var first = Network(sizes: Array(network.sizes.prefix(2)))
    let count = first.parameters.count
    first.parameters = Array(network.parameters.prefix(count))
    self.network = first
    let rows = features(of: ticTacToe.states.decisionPositions)
    let squares = rows.joined().reduce(0) { $0 + $1 * $1 }
    let mean = squares / Float(rows.count * network.sizes[1])
    scale = mean > 0 ? 1 / mean.squareRoot() : 1
  }

  /// The features of 3×3 boards, at least 0, of shape [boards, hidden units].
  func features(of boards: [Position]) -> [[Float]] {
    let encoding = Encoding.planes(ticTacToe.rules, isCanonical: false)
    var batch = Batch()
    for board in boards { encoding.append(board, to: &batch) }
    network.evaluate(&batch)
    return boards.indices.map { row in
      batch.outputs(ofRow: row).map { scale * max($0, 0) }
    }
  }

  /// Fits a linear map on the boards shown and judges it on those held out.
  ///
  /// - Returns: The share of the boards' values that are right, and the mean of
  ///   the shares of winning and of other squares that are told right.
  func probe(
    _ split: HeldOutSplit, seed: UInt64
  ) -> (value: Double, winning: Double) {
    let solution = ticTacToe.solution
    func features(_ numbers: [Int]) -> [[Float]] {
      self.features(of: numbers.map { solution.graph.positions[$0] })
    }
    var map = LinearMap(inputs: network.sizes[1], outputs: 12)
    let shown = features(split.shown)
    map.fit(shown, seed: seed) { row, outputs in
      let number = split.shown[row]
      let read = Categorical(logits: outputs.prefix(3), legal: 0b111)
      let value = Loss.crossEntropy(
        of: read,
        target: .init(count: 3) { $0 == solution.values[number] + 1 ? 1 : 0 }
      )
      let winning = solution.graph.winningSquares(number)
      return OutcomeVector(count: 12) { output in
        if output < 3 { return value.gradient[output] }
        guard let wins = winning[output - 3] else { return 0 }
        return ScoreLoss.logistic(outputs[output], label: wins ? 1 : 0).slope
      }
    }
    var values = 0
    var counts = [(right: 0, all: 0), (right: 0, all: 0)]
    let answers = map.outputs(of: features(split.heldOut))
    for (number, outputs) in zip(split.heldOut, answers) {
      let best = (0..<3).max { outputs[$0] < outputs[$1] }
      if best == solution.values[number] + 1 { values += 1 }
      for (square, wins) in solution.graph.winningSquares(number).enumerated() {
        guard let wins else { continue }
        let kind = wins ? 1 : 0
        counts[kind].all += 1
        if (outputs[square + 3] > 0) == wins { counts[kind].right += 1 }
      }
    }
    let shares = counts.map { Double($0.right) / Double($0.all) }
    return (
      Double(values) / Double(split.heldOut.count), (shares[0] + shares[1]) / 2
    )
  }

  /// The share of 4×4 boards, four in a row, that a linear head on these
  /// features plays optimally after a few examples.
  ///
  /// A 4×4 board is read by its four 3×3 windows, side by side.
  func transfer(seed: UInt64) -> Double {
    let endgames = Endgame.pool
    var rng = SeededGenerator(seed: seed, stream: 1 << 61)
    let taught = (0..<Endgame.taught).map { _ in
      endgames[rng.next(below: endgames.count - Endgame.judged)]
    }
    var map = LinearMap(inputs: 4 * network.sizes[1], outputs: 16)
    map.fit(taught.map(features), seed: seed) { row, outputs in
      Loss.crossEntropy(
        of: Categorical(logits: outputs, legal: taught[row].board.legalMask),
        toSet: taught[row].optimal
      ).gradient
    }
    let judged = endgames.suffix(Endgame.judged)
    let answers = map.outputs(of: judged.map(features))
    let right = zip(judged, answers).count { endgame, outputs in
      let move = Categorical(
        logits: outputs, legal: endgame.board.legalMask
      ).argmax
      return endgame.optimal >> UInt64(move) & 1 == 1
    }
    return Double(right) / Double(judged.count)
  }

  private func features(of endgame: Endgame) -> [Float] {
    features(of: Endgame.windows(of: endgame.board)).flatMap { $0 }
  }
}

extension StateGraph {
  /// Whether the mover wins at once, of shape [squares]; nil where taken.
  fileprivate func winningSquares(_ number: Int) -> [Bool?] {
    var result = [Bool?](repeating: nil, count: rules.squareCount)
    for edge in edges(of: number) {
      let outcome = outcomes[Int(successors[edge])]
      result[move(along: edge).index] =
        outcome == .win(positions[number].sideToMove)
    }
    return result
  }
}

/// A linear map fitted by descent: a probe that adds nothing of its own to the
/// features.
struct LinearMap {
  private var network: Network

  init(inputs: Int, outputs: Int) {
    network = Network(sizes: [inputs, outputs])
  }

  /// Makes 300 steps of Adam against the mean gradient of 64 rows, the learning
  /// rate falling from .01 to 0. For a convex loss and features of mean square
  /// 1 that comes close to the minimum, equally for every embedding.
  ///
  /// - Parameters:
  ///   - rows: The features, of shape [rows, inputs].
  ///   - gradient: A row's gradient by its outputs, given those.
  mutating func fit(
    _ rows: [[Float]], seed: UInt64,
    _ gradient: (_ row: Int, _ outputs: OutcomeVector) -> OutcomeVector
  ) {
    let (steps, size) = (300, 64)
    var optimizer: any Optimizer = Adam(
      learningRate: 0, parameterCount: network.parameters.count
    )
    var rng = SeededGenerator(seed: seed, stream: 1 << 62)
    for step in 0..<steps {
      optimizer.learningRate = 0.01 * (1 - Float(step) / Float(steps))
      let drawn = (0..<size).map { _ in rng.next(below: rows.count) }
      var batch = batch(drawn.map { rows[$0] })
      network.evaluate(&batch)
      let slopes = drawn.enumerated().map { place, row in
        1 / Float(size) * gradient(row, batch.outcomes(ofRow: place))
      }
      let sum = network.parameterGradient(of: slopes, through: batch)
      network.step(against: sum, by: &optimizer)
    }
  }

  /// The outputs, of shape [rows, outputs].
  func outputs(of rows: [[Float]]) -> [OutcomeVector] {
    var batch = batch(rows)
    network.evaluate(&batch)
    return rows.indices.map { batch.outcomes(ofRow: $0) }
  }

  private func batch(_ rows: [[Float]]) -> Batch {
    var batch = Batch()
    for row in rows {
      for (input, value) in row.enumerated() where value != 0 {
        batch.appendInput(input, value: value)
      }
      batch.endRow()
    }
    return batch
  }
}
