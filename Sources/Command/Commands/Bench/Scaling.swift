import Evaluation
import Glibc
import Players
import TicTacToe
import Training

/// What a game of self-play with learning and the judging of a position cost,
/// as one choice grows and all others stay the defaults.
struct Scaling {
  /// A choice, and what it grows to.
  enum Axis: String, CaseIterable {
    case games, hidden, batch

    /// Its unit in words, of more than one.
    var unit: String {
      switch self {
      case .games: "games"
      case .hidden: "hidden units"
      case .batch: "games an update"
      }
    }

    func values(on board: Board) -> [Int] {
      switch self {
      case .games:
        [10_000, 100_000, 1_000_000]
          + (board.scope == .graph ? [10_000_000] : [])
      case .hidden: (4...12).map { 1 << $0 }
      case .batch: (0...6).map { 1 << (2 * $0) }
      }
    }
  }

  /// One row of the table.
  struct Row {
    let axis: Axis
    let value: Int

    /// The games that were played; fewer than asked for if time was up.
    let games: Int
    let isCut: Bool
    let microsecondsPerGame: Double

    /// nil where the choice does not change the network.
    let microsecondsPerPosition: Double?
  }

  let board: Board

  /// The most CPU seconds of a row's games.
  let seconds: Double

  /// Measures a row.
  ///
  /// - Parameter report: Called now and then, with the games played and the
  ///   microseconds that one took so far.
  /// - Throws: `Divergence`.
  func row(
    _ axis: Axis, _ value: Int, report: (Int, Double) -> Void = { _, _ in }
  ) throws -> Row {
    var recipe = PolicyGradient.Recipe.standard(on: board)
    recipe.games = board.scope == .graph ? 100_000 : 20_000
    switch axis {
    case .games: recipe.games = value
    case .hidden: recipe.hidden = value
    case .batch: recipe.batch = value
    }
    var learner = PolicyGradient(recipe: recipe, seed: 1, on: board)
    let start = clock()
    var passed = 0.0
    repeat {
      try learner.update()
      passed = Double(clock() - start) / Double(CLOCKS_PER_SEC)
      report(learner.games, passed / Double(learner.games) * 1e6)
    } while learner.games < recipe.games && passed < seconds
    return Row(
      axis: axis, value: value, games: learner.games,
      isCut: learner.games < recipe.games,
      microsecondsPerGame: passed / Double(learner.games) * 1e6,
      microsecondsPerPosition: axis == .hidden ? judging(learner.policy) : nil
    )
  }

  /// The microseconds to judge a network, by the position: of all decisions up
  /// to symmetry where they fit memory, else of those that a walk through every
  /// reply meets.
  private func judging(_ policy: NetworkPolicy) -> Double {
    let start = clock()
    var (passed, positions) = (0.0, 0)
    repeat {
      if board.scope == .graph {
        _ = Proof(of: PolicyTable(judging: policy, on: board), on: board)
        positions += board.classes.decisions.count
      } else {
        let player = TemperedPolicy(policy)
        for seat in Mark.allCases {
          positions += PolicyWalk(of: player, in: seat, on: board).evaluations
        }
      }
      passed = Double(clock() - start) / Double(CLOCKS_PER_SEC)
    } while passed < min(0.2, seconds)
    return passed / Double(positions) * 1e6
  }
}

extension PolicyGradient.Recipe {
  /// The recipe of `train` on a board.
  static func standard(on board: Board) -> Self {
    var recipe = Self()
    recipe.adapt(to: RunOptions(seed: 1, on: board, recipe: recipe)) { _ in
      false
    }
    return recipe
  }
}
