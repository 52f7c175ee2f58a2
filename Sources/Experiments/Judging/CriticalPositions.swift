internal import NeuralNetwork
internal import Numbers
internal import Players
internal import TicTacToe
internal import Training

/// Positions of a board in which some moves are bad and some are not, drawn
/// uniformly from all that play can reach; each once, up to symmetry.
struct CriticalPositions {
  private(set) var positions: [Position] = []

  /// The moves that keep the value, of shape [positions].
  private(set) var optimal: [Bitboard] = []

  /// Draws positions.
  ///
  /// - Parameter others: Canonical positions to leave out.
  /// - Complexity: O(count · squares) values.
  init(
    _ count: Int, on board: Board, besides others: Set<Position> = [],
    using rng: inout some RandomNumberGenerator
  ) {
    var known = others
    let uniform = UniformDecisions(of: board.rules)
    while positions.count < count {
      let position = uniform.position(using: &rng)
      guard let moves = board.optimalMoves(in: position),
        moves != position.empty,
        known.insert(board.group.canonical(position).position).inserted
      else { continue }
      positions.append(position)
      optimal.append(moves)
    }
  }

  /// What every network of 4×4 is judged by; few are for tests.
  static func judging(quickly isQuick: Bool) -> Self {
    isQuick ? fewOfFourByFour : ofFourByFour
  }

  /// `10,000 critical positions`.
  static func judgedText(quickly isQuick: Bool) -> String {
    "\(NumberFormat.grouped(judgedCount(quickly: isQuick))) critical positions"
  }

  private static func judgedCount(quickly isQuick: Bool) -> Int {
    isQuick ? 200 : 10_000
  }

  private static let ofFourByFour = drawn(judgedCount(quickly: false))
  private static let fewOfFourByFour = drawn(judgedCount(quickly: true))

  private static func drawn(_ count: Int) -> Self {
    var rng = SeededGenerator(seed: 0)
    return CriticalPositions(count, on: fourByFour, using: &rng)
  }

  /// The canonical positions.
  func classes(on board: Board) -> Set<Position> {
    Set(positions.map { board.group.canonical($0).position })
  }

  /// A policy's likeliest moves, of shape [positions].
  func choices(of policy: any Policy) -> [Square] {
    var evaluator = PolicyEvaluator(of: policy)
    evaluator.evaluate(positions)
    return positions.indices.compactMap { row in
      let squares = positions[row].rules.squareCount
      let ranks = evaluator.ranks[row * squares..<(row + 1) * squares]
      return positions[row].greedyMove(by: Array(ranks))
    }
  }

  /// The share of the positions in which a move is optimal, given one for each.
  func accuracy(of choices: [Square]) -> Double {
    let right = choices.indices.count {
      optimal[$0].contains(choices[$0], in: positions[$0].rules)
    }
    return Double(right) / Double(positions.count)
  }

  /// The ranking of the squares of canonical images that explains most of some
  /// moves, given one for each position: its agreement with them, and its own
  /// moves, of shape [positions].
  func ranking(
    of choices: [Square], on board: Board
  ) -> (agreement: Double, moves: [Square]) {
    let group = board.group
    let views = positions.map(group.canonical)
    let ranking = FixedRanking(
      of: zip(views, choices).lazy.map {
        (position: $0.position, move: group.image(of: $1, under: $0.symmetry))
      },
      in: board.rules
    )
    let moves = views.compactMap { view in
      ranking.move(in: view.position).map {
        group.image(of: $0, under: group.inverse(of: view.symmetry))
      }
    }
    return (ranking.agreement, moves)
  }
}

/// The positions of a board in which there is a move to make, all equally
/// likely. Those are all in which neither side has a line.
private struct UniformDecisions {
  private let rules: Rules

  /// The ways to place the stones of each ply.
  private let plies: CumulativeWeights

  init(of rules: Rules) {
    self.rules = rules
    let squares = rules.squareCount
    var ways = 1
    plies = CumulativeWeights(
      (0..<squares).map { ply in
        defer {
          // X places its next stone on one of the squares left, in any order of
          // its stones; then O.
          ways = ways * (squares - ply) / (ply / 2 + 1)
        }
        return ways
      }
    )
  }

  func position(using rng: inout some RandomNumberGenerator) -> Position {
    while true {
      let ply = plies.sampleIndex(using: &rng)
      var squares = Array(0..<rules.squareCount)
      var stones: [Bitboard] = [[], []]
      for stone in 0..<ply {
        let square = squares.remove(at: rng.next(below: squares.count))
        stones[stone % 2].formUnion(Bitboard(Square(square), in: rules))
      }
      if stones.contains(where: { $0.hasLine(in: rules) }) { continue }
      return Position(
        rules: rules, mover: stones[ply % 2], opponent: stones[1 - ply % 2]
      )
    }
  }
}
