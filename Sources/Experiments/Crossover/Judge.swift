internal import Evaluation
internal import Players
internal import TicTacToe

/// The decisions of a board in which greedy players are judged: all of them, or
/// a fixed sample.
struct Judge: Sendable {
  private struct Decision {
    let position: Position

    /// The moves that keep the value, bit i standing for square i.
    let good: UInt64

    /// How many positions it stands for.
    var count = 1

    var isCritical: Bool { good != position.legalMask }

    /// Takes the best of some moves, each with its value to the side to move.
    init(_ position: Position, _ moves: [(square: Int, value: Int)]) {
      self.position = position
      let best = moves.map(\.value).max()
      good = moves.reduce(0) {
        $1.value == best ? $0 | 1 << UInt64($1.square) : $0
      }
    }
  }

  /// The shares of decisions in which a player's moves keep the value.
  struct Shares {
    let all: Double

    /// Among those where some move does not.
    let critical: Double
  }

  let board: Board
  private let decisions: [Decision]

  /// How many positions are judged.
  let count: Int

  let criticalCount: Int

  private init(_ board: Board, _ decisions: [Decision]) {
    self.board = board
    self.decisions = decisions
    count = decisions.reduce(0) { $0 + $1.count }
    criticalCount = decisions.reduce(0) {
      $1.isCritical ? $0 + $1.count : $0
    }
  }

  /// Judges by every decision.
  ///
  /// - Precondition: the board has at most 16 squares.
  /// - Complexity: 50 MB on 4×4.
  init(byAllOf board: Board) {
    let (values, ranking) = (board.values, board.values.ranking)
    var decisions: [Decision] = []
    var block = PositionRanking.Block()
    for ply in 0..<ranking.plyCount {
      for number in 0..<ranking.classCount(at: ply) {
        ranking.fill(&block, ply: ply, class: number)
        for place in 0..<block.count where block.isPosition[place] {
          var decision = Decision(
            ranking.position(place, of: block),
            block.children(of: place).enumerated().compactMap { square, child in
              values.prospect(ofMoveTo: child, at: ply + 1)
                .map { (square, $0.value) }
            }
          )
          decision.count = block.multiplicity
          decisions.append(decision)
        }
      }
    }
    self.init(board, decisions)
  }

  /// Judges by a number of positions of random play, no two of them images of
  /// each other, at plies drawn uniformly, but for the first four, whose values
  /// take the longest to find. They are the same in every process.
  ///
  /// - Complexity: O(sample · squares) searches.
  init(of board: Board, sample: Int) {
    var rng = SeededGenerator(seed: 1)
    // Few positions are hard, and their moves lead to much the same ones.
    var search = ValueSearch(
      board.rules, budget: 4_000_000, entries: 1 << 20
    )
    var known: Set<Position> = []
    var decisions: [Decision] = []
    while decisions.count < sample {
      let position = board.group.canonical(
        board.rules.randomDecision(using: &rng)
      ).position
      guard position.ply >= 4, known.insert(position).inserted else { continue }
      let moves = position.legalMoves.compactMap { move in
        search.value(of: position.playing(move)).map { (move.index, -$0) }
      }
      // Left out if the search gives up.
      if moves.count == position.empty.count {
        decisions.append(Decision(position, moves))
      }
    }
    self.init(board, decisions)
  }

  /// Judges a player by the moves that it may make.
  ///
  /// - Complexity: one batched evaluation of all decisions.
  func shares(of policy: any Policy) -> Shares {
    var evaluator = PolicyEvaluator(of: policy)
    let squares = board.rules.squareCount
    var wrong = 0
    for start in stride(from: 0, to: decisions.count, by: 512) {
      let block = decisions[start..<min(start + 512, decisions.count)]
      evaluator.evaluate(block.map(\.position))
      for (row, decision) in block.enumerated() {
        let isWrong = (0..<squares).contains { square in
          evaluator.played[row * squares + square] > 0
            && decision.good >> UInt64(square) & 1 == 0
        }
        if isWrong { wrong += decision.count }
      }
    }
    // Where no move is bad nothing can be wrong.
    return Shares(
      all: 1 - Double(wrong) / Double(count),
      critical: 1 - Double(wrong) / Double(criticalCount)
    )
  }
}

extension Judge {
  static let threeByThree = Judge(byAllOf: ticTacToe)

  static let fourByFour = Judge(byAllOf: Experiments.fourByFour)

  /// A few of the same, for tests.
  static let fourByFourSample = Judge(of: Experiments.fourByFour, sample: 100)

  static let fiveByFive = Judge(of: Experiments.fiveByFive, sample: 1000)
}
