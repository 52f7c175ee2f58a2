import TicTacToe
import Training

extension Mistake.Reason {
  package var words: String {
    switch self {
    case .form: "expected two words, POSITION MOVE"
    case .notation(let error): error.words
    case .illegal(.taken): "the square is taken"
    case .illegal(.gameOver): "the game is over there"
    case .illegal(.offTheBoard): "the board has no such square"
    case .onlyMove: "it is the only legal move"
    case .everyMove:
      "with it every legal move there, up to symmetry, is marked as bad"
    }
  }
}

extension NotationError {
  package var words: String {
    switch self {
    case .square(let name): "no square is called \(quoted(name))"
    case .rankCount(let count, let expected):
      "\(count) rank\(count == 1 ? "" : "s"), expected \(expected)"
    case .rankLength(let count, let rank, let expected):
      "rank \(rank) has \(count) squares, expected \(expected)"
    case .character(let character, let square):
      "\(quoted(String(character))) at \(square), expected X, O or ."
    case .stoneCounts(let x, let o): "\(x) X and \(o) O, expected turns"
    case .playedOn(let mark): "play goes on after \(mark.rawValue) has won"
    }
  }
}
