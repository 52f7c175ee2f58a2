internal import NeuralNetwork
public import Players
public import TicTacToe

/// The matchbox machine: a box for every position up to symmetry, beads for its
/// moves; a move is a bead drawn, and after the game beads are taken out of the
/// boxes of the loser and put into those of the winner.
///
/// Michie (1961, 1963): boxes start with 4, 3, 2, 1 beads a move, fewer the
/// later; +3 beads for a win, +1 for a draw, −1 for a loss; an empty box
/// resigns. Here one machine plays itself, in both seats, and moves that are
/// images of each other share their beads.
public struct MENACE: Sendable {
  /// Games played.
  public private(set) var games = 0

  /// The seed of every game.
  public let seed: UInt64

  /// The beads of each box, one number a square.
  private var boxes: [Position: [Int]] = [:]

  /// Starts with full boxes.
  public init(seed: UInt64) {
    self.seed = seed
    for position in SymmetryClasses.ticTacToe.representatives {
      let beads = max(1, 4 - position.ply / 2)
      var box = [Int](repeating: 0, count: 9)
      for move in MENACE.distinctMoves(in: position) { box[move.index] = beads }
      boxes[position] = box
    }
  }

  /// Plays one game against itself and moves the beads.
  public mutating func play() {
    var rng = SeededGenerator(seed: seed, stream: UInt64(games) + 1)
    var position = Position()
    var moves: [(box: Position, square: Int)] = []
    // 1 if the side that moved last won, 0 for a draw.
    var result = 0
    while position.outcome == nil {
      let (box, symmetry) = MENACE.group.canonical(position)
      guard let square = draw(from: box, using: &rng) else {
        // The side to move resigns: the one that moved last has won.
        result = 1
        break
      }
      moves.append((box, square))
      let back = MENACE.group.inverse(of: symmetry)
      position = position.playing(
        MENACE.group.image(of: Square(square), under: back)
      )
      if case .win = position.outcome { result = 1 }
    }
    for (index, move) in moves.enumerated() {
      let isLast = (moves.count - 1 - index) % 2 == 0
      let beads = result == 0 ? 1 : isLast ? 3 : -1
      let now = boxes[move.box]?[move.square] ?? 0
      boxes[move.box]?[move.square] = max(0, now + beads)
    }
    games += 1
  }

  private func draw(
    from box: Position,
    using rng: inout SeededGenerator
  ) -> Int? {
    let beads = boxes[box] ?? []
    let total = beads.reduce(0, +)
    guard total > 0 else { return nil }
    var remaining = rng.next(below: total)
    return beads.indices.first { square in
      remaining -= beads[square]
      return remaining < 0
    }
  }

  private static let group = SymmetryGroup.ticTacToe

  /// One move of each set of images under the position's own symmetries.
  private static func distinctMoves(in position: Position) -> [Square] {
    let own = group.symmetries.indices.filter {
      group.image(of: position, under: $0) == position
    }
    return position.legalMoves.filter { move in
      own.allSatisfy { group.image(of: move, under: $0).index >= move.index }
    }
  }
}

extension MENACE: Policy {
  /// A short name for tables.
  public var name: String { "menace" }

  /// The share of each move's beads; where the box is empty, every move alike.
  public func probabilities(in position: Position) -> [Float] {
    let (box, symmetry) = MENACE.group.canonical(position)
    let beads = boxes[box] ?? []
    let total = beads.reduce(0, +)
    if total == 0 { return UniformPolicy.random.probabilities(in: position) }
    return (0..<9).map { square in
      let image = MENACE.group.image(of: Square(square), under: symmetry)
      return Float(beads[image.index]) / Float(total)
    }
  }
}
