import Evaluation
import NeuralNetwork
import Players
import TicTacToe
import Training

/// The benchmarks of a board beyond 3×3: what it takes to know it, to judge a
/// policy on it and to play it.
struct BoardWorkloads {
  let board: Board

  /// The time of each benchmark, in seconds; each is done six times at least.
  let seconds: Double

  /// A network of random weights, greedy.
  private var player: TemperedPolicy {
    var rng = SeededGenerator(seed: 1)
    let encoding = Encoding.planes(board.rules)
    let squares = board.rules.squareCount
    return TemperedPolicy(
      NetworkPolicy(
        name: "bench", encoding: encoding,
        network: Network(
          sizes: [encoding.inputCount, 128, squares], activeInputs: squares,
          using: &rng
        )
      )
    )
  }

  func all() throws -> [Benchmark] {
    var benchmarks = [search(), walk()]
    if board.scope == .numbers { benchmarks += [solving(), report()] }
    return benchmarks + [try selfPlay()]
  }

  private func search() -> Benchmark {
    let root = Position(rules: board.rules)
    return Benchmark.measure("value by search", "nodes", seconds: seconds) {
      var search = board.search
      _ = search.value(of: root)
      return search.nodes
    }
  }

  private func walk() -> Benchmark {
    let player = player
    return Benchmark.measure(
      "walk until refuted", "positions", seconds: seconds
    ) {
      Mark.allCases.reduce(0) { count, seat in
        count + PolicyWalk(of: player, in: seat, on: board).evaluations
      }
    }
  }

  private func solving() -> Benchmark {
    Benchmark.measure("solve every position", "boards", seconds: seconds) {
      _ = ValueTable(of: PositionRanking(board.rules, under: board.group))
      return 1
    }
  }

  private func report() -> Benchmark {
    let player = player
    return Benchmark.measure("whole report", "policies", seconds: seconds) {
      _ = PolicyReport(of: player, on: board)
      return 1
    }
  }

  private func selfPlay() throws -> Benchmark {
    var recipe = PolicyGradient.Recipe()
    recipe.games = 1_000_000_000
    var learner = PolicyGradient(recipe: recipe, seed: 1, on: board)
    return try Benchmark.measure("self-play", "games", seconds: seconds) {
      let before = learner.done
      for _ in 0..<4 { try learner.update() }
      return learner.done - before
    }
  }
}
