import Evaluation
import Glibc
import NeuralNetwork
import Players
import TicTacToe
import Training

/// The benchmarks of the program, at its usual sizes.
struct Workloads {
  let board: Board

  let processor: Processor

  /// The time of each benchmark, in seconds; each is done six times at least.
  let seconds: Double

  /// The benchmarks, each measured when it is called.
  func all() -> [() throws -> Benchmark] {
    guard board.scope == .graph else { return beyondGraphs() }
    return [
      peak, games, { withPeak(dense) }, { withPeak(forward) },
      { withPeak(backward) }, update,
      { try selfPlay("training by self-play") { $0 = .init() } },
      { try selfPlay("training by all actions") { _ in } },
      { try selfPlay("… from the empty board") { $0.openingPlies = 0 } },
      negatives, evaluation, checkpointWritten, checkpointRead,
    ]
  }

  func peak() -> Benchmark {
    Benchmark(
      name: "peak of one core", unit: "multiplications and additions",
      rate: processor.peak(seconds: seconds), operations: nil
    )
  }

  /// A benchmark with the peak measured before and after: clock rates change.
  func withPeak(_ measure: () -> Benchmark) -> Benchmark {
    let before = peak().rate
    var benchmark = measure()
    benchmark.peak = max(before, peak().rate)
    return benchmark
  }

  func games() -> Benchmark {
    var rng = SeededGenerator(seed: 1)
    let group = board.group
    var turned = 0
    return measure("random games, no network", "games") {
      for _ in 0..<1000 {
        var position = Position(rules: board.rules)
        while position.outcome == nil {
          turned += group.canonical(position).symmetry
          let moves = position.legalMoves
          let number = rng.next(below: moves.count)
          for (i, move) in moves.enumerated() where i == number {
            position = position.playing(move)
            break
          }
        }
      }
      return 1000
    }
  }

  private static let hidden = 128

  private var squares: Int { board.rules.squareCount }

  /// The additions of the first layer, which sums a row for each stone.
  private var firstLayer: Double {
    let positions = board.decisionClasses.representatives
    let stones = positions.reduce(0) { $0 + $1.ply }
    return Double(Workloads.hidden * stones) / Double(positions.count)
  }

  /// The multiplications and additions of the second layer.
  private var secondLayer: Double { Double(2 * Workloads.hidden * squares) }

  /// A network of random weights, with biases as after an update or none:
  /// biases of 0 tie all moves of the empty board.
  private func policy(hasBiases: Bool = false) -> NetworkPolicy {
    var rng = SeededGenerator(seed: 1)
    let encoding = Encoding.planes(board.rules)
    var network = Network(
      sizes: [encoding.inputCount, Workloads.hidden, squares],
      activeInputs: squares, using: &rng
    )
    for bias in network.layers[1].biases where hasBiases {
      network.parameters[bias] = 0.01 * rng.nextUnit()
    }
    return NetworkPolicy(name: "bench", encoding: encoding, network: network)
  }

  /// A network, and all canonical decisions as a batch.
  private func network() -> (Network, Batch) {
    let policy = policy(hasBiases: true)
    var batch = Batch()
    for position in board.decisionClasses.representatives {
      policy.encoding.append(position, to: &batch)
    }
    return (policy.network, batch)
  }

  /// One layer of 64 by 64 for 256 rows that are not sparse.
  func dense() -> Benchmark {
    let (rows, width) = (256, 64)
    var rng = SeededGenerator(seed: 1)
    let network = Network(
      sizes: [width, width], activeInputs: width, using: &rng
    )
    let matrix = PackedMatrix(of: network.layers[0], network.parameters)
    let numbers = (0..<rows * width).map { _ in rng.nextUnit() }
    let inputs = PackedRows(numbers, width: width)
    var outputs = PackedRows(count: rows, width: width)
    return measure(
      "a layer of 64 by 64", "rows", operations: Double(2 * width * width)
    ) {
      matrix.multiply(inputs, into: &outputs)
      return rows
    }
  }

  func forward() -> Benchmark {
    let (network, batch) = network()
    return measure(
      "the network's outputs", "positions",
      operations: firstLayer + secondLayer
    ) {
      var batch = batch
      network.evaluate(&batch)
      return batch.count
    }
  }

  func backward() -> Benchmark {
    var (network, batch) = network()
    network.evaluate(&batch)
    let logitGradients = [Float](repeating: 0.1, count: batch.count * squares)
    return measure(
      "the network's gradient", "positions",
      operations: firstLayer + 2 * secondLayer
    ) {
      _ = network.parameterGradient(of: logitGradients, through: batch)
      return batch.count
    }
  }

  func update() -> Benchmark {
    var network = policy().network
    let count = network.parameters.count
    let gradient = [Float](repeating: 0.01, count: count)
    var adam: any Optimizer = Adam(learningRate: 1e-9, parameterCount: count)
    return measure("Adam's step", "weights") {
      for _ in 0..<10 { network.step(against: gradient, by: &adam) }
      return 10 * count
    }
  }

  func evaluation() -> Benchmark {
    let policy = policy(hasBiases: true)
    return measure("exact evaluation", "networks") {
      _ = Proof(of: PolicyTable(judging: policy, on: board), on: board)
      return 1
    }
  }

  func checkpointWritten() -> Benchmark {
    let run = TrainingRun(RunOptions(seed: 1, on: board))
    return measure("checkpoint written", "bytes") {
      run.checkpoint(version: "bench").count
    }
  }

  func checkpointRead() throws -> Benchmark {
    let bytes = TrainingRun(RunOptions(seed: 1, on: board))
      .checkpoint(version: "bench")
    return try measure("checkpoint read", "bytes") {
      _ = try TrainingRun(checkpoint: bytes, on: board)
      return bytes.count
    }
  }

  /// Whole updates, from the start of the games to the step of the optimizer.
  private func selfPlay(
    _ name: String, _ change: (inout PolicyGradient.Recipe) -> Void
  ) throws -> Benchmark {
    var recipe = PolicyGradient.Recipe.allActions.withoutNegatives
    change(&recipe)
    recipe.games = 1_000_000_000
    var learner = PolicyGradient(recipe: recipe, seed: 1, on: board)
    return try measure(name, "games") {
      let before = learner.done
      for _ in 0..<4 { try learner.update() }
      return learner.done - before
    }
  }

  func negatives() throws -> Benchmark {
    let recipe = NegativeExamples.Recipe()
    var learner = NegativeExamples(
      recipe: recipe, seed: 1, on: board,
      examples: NegativeExamples.examples(for: recipe, seed: 1, on: board)
    )
    return try measure("training by bad moves", "examples") {
      for _ in 0..<8 { try learner.update() }
      return 8 * recipe.batch
    }
  }

  /// Repeats a piece of work; the rate is that of the best of five parts, since
  /// disturbances only slow it.
  ///
  /// - Parameter work: Returns the units done.
  private func measure(
    _ name: String, _ unit: String, operations: Double? = nil,
    _ work: () throws -> Int
  ) rethrows -> Benchmark {
    _ = try work()
    var best = 0.0
    for _ in 0..<5 {
      let start = clock()
      var units = 0
      var passed = 0.0
      repeat {
        units += try work()
        // POSIX has a million of them a second.
        passed = Double(clock() - start) * 1e-6
      } while passed < seconds / 5
      best = max(best, Double(units) / passed)
    }
    return Benchmark(name: name, unit: unit, rate: best, operations: operations)
  }
}

/// The benchmarks of a board beyond 3×3: what it takes to know it, to judge a
/// policy on it and to play it.
extension Workloads {
  private func beyondGraphs() -> [() throws -> Benchmark] {
    var benchmarks: [() throws -> Benchmark] = [search, walk]
    if board.scope == .numbers { benchmarks += [solving, report] }
    benchmarks.append {
      try selfPlay("training by self-play") { $0 = .standard(on: board) }
    }
    return benchmarks
  }

  private func search() -> Benchmark {
    let root = Position(rules: board.rules)
    return measure("value by search", "nodes") {
      var search = board.search
      _ = search.value(of: root)
      return search.nodes
    }
  }

  private func walk() -> Benchmark {
    let player = TemperedPolicy(policy())
    return measure("every reply until one wins", "positions") {
      Mark.allCases.reduce(0) { count, seat in
        count + PolicyWalk(of: player, in: seat, on: board).evaluations
      }
    }
  }

  private func solving() -> Benchmark {
    measure("solve every position", "boards") {
      _ = ValueTable(of: PositionRanking(board.rules, under: board.group))
      return 1
    }
  }

  private func report() -> Benchmark {
    // Biases, so that no moves tie: a tie is judged without symmetry.
    let player = TemperedPolicy(policy(hasBiases: true))
    return measure("whole report", "networks") {
      _ = PolicyReport(of: player, on: board)
      return 1
    }
  }
}
