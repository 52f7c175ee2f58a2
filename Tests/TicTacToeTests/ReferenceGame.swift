// A second, slow implementation of 3×3 that shares nothing with the first: a
// row of nine characters, square 0 first, and the eight lines written out.
struct ReferenceGame: Hashable {
  static let lines = [
    [0, 1, 2], [3, 4, 5], [6, 7, 8], [0, 3, 6], [1, 4, 7], [2, 5, 8],
    [0, 4, 8], [2, 4, 6],
  ]

  var board: [Character] = Array(".........")

  var mover: Character {
    board.filter { $0 == "X" }.count == board.filter { $0 == "O" }.count
      ? "X" : "O"
  }

  var winner: Character? {
    for line in ReferenceGame.lines {
      let marks = Set(line.map { board[$0] })
      if marks.count == 1, let mark = marks.first, mark != "." { return mark }
    }
    return nil
  }

  var isOver: Bool { winner != nil || !board.contains(".") }

  var moves: [Int] { isOver ? [] : board.indices.filter { board[$0] == "." } }

  func playing(_ move: Int) -> ReferenceGame {
    var next = self
    next.board[move] = mover
    return next
  }

  var text: String {
    [6, 3, 0].map { String(board[$0..<$0 + 3]) }.joined(separator: "/")
  }

  // Every reachable board with its value for the mover, by plain negamax.
  static func solved() -> [ReferenceGame: Int] {
    var values: [ReferenceGame: Int] = [:]
    func value(_ game: ReferenceGame) -> Int {
      if let known = values[game] { return known }
      let result: Int
      if let winner = game.winner {
        result = winner == game.mover ? 1 : -1
      } else {
        result = game.moves.map { -value(game.playing($0)) }.max() ?? 0
      }
      values[game] = result
      return result
    }
    _ = value(ReferenceGame())
    return values
  }
}
