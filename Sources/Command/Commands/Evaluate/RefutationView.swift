import Checkpoints
import Evaluation
import TicTacToe

extension PolicyReport.Refutation {
  /// `beaten by X a1, O b1?, …`, the player's blunders marked.
  func words(_ oracle: Oracle) -> String {
    var position = Position(rules: oracle.board.rules)
    let words = moves.map { move in
      let isBlunder =
        position.sideToMove == seat
        && oracle.isMistake(move, in: position)
      let word =
        "\(position.sideToMove.rawValue) \(position.rules.name(of: move))"
      position = position.playing(move)
      return isBlunder ? word + "?" : word
    }
    let isBeaten = position.outcome == .win(seat.opponent)
    return (isBeaten ? "beaten by " : "held to a draw by ")
      + words.joined(separator: ", ")
  }

  func json(_ rules: Rules) -> JSON {
    [
      "seat": JSON(seat.rawValue),
      "moves": .array(moves.map { JSON(rules.name(of: $0)) }),
    ]
  }
}
