internal import NeuralNetwork
internal import Players
package import TicTacToe

/// The matchbox machine: a box for every position up to symmetry, with beads
/// for its moves. A move is a bead drawn; after the game the winner's boxes
/// gain beads and the loser's lose some.
///
/// Michie (1961, 1963): boxes start with 4, 3, 2, 1 beads per move, fewer in
/// later positions; +3 beads for a win, +1 for a draw, −1 for a loss; an empty
/// box resigns. Here one machine plays itself, in both seats, and moves that
/// are images of each other share their beads.
package struct MENACE: Sendable {
  package private(set) var games = 0

  package let seed: UInt64

  /// The beads of each box, of shape [squares].
  private var boxes: [Position: [Int]] = [:]

  /// Starts with full boxes.
  package init(seed: UInt64) {
    self.seed = seed
    for position in ticTacToe.decisionClasses.representatives {
      let beads = max(1, 4 - position.ply / 2)
      var box = [Int](repeating: 0, count: 9)
      for move in MENACE.distinctMoves(in: position) { box[move.index] = beads }
      boxes[position] = box
    }
  }

  /// Plays one game against itself and moves the beads.
  package mutating func play() {
    var rng = SeededGenerator(seed: seed, stream: UInt64(games) + 1)
    var position = Position(rules: ticTacToe.rules)
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
    from box: Position, using rng: inout SeededGenerator
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

  private static let group = ticTacToe.group

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
  package var name: String { "menace" }

  /// The share of each move's beads, of shape [squares]; uniform if the box is
  /// empty.
  package func probabilities(in position: Position) -> [Float] {
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
