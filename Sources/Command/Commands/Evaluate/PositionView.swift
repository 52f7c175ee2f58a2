import Checkpoints
import Numbers
import Players
import TicTacToe

/// The probabilities of a policy's moves in one position, and their exact
/// results.
struct PositionView {
  private let position: Position
  private let oracle: Oracle

  init(_ text: String, _ oracle: Oracle) throws {
    self.oracle = oracle
    do { position = try Position(text, rules: oracle.board.rules) } catch {
      throw Failure(
        .usage,
        "--position: \(quoted(text)) is not a reachable board; expected "
          + "\(oracle.board.rules.rows) ranks from the top, of X, O and dots"
      )
    }
    guard position.outcome == nil else {
      throw Failure(.usage, "--position: \(quoted(text)): the game is over")
    }
  }

  func lines(of policy: any Policy, _ name: String) -> [String] {
    let probabilities = policy.shown.probabilities(in: position)
    let prospect = Oracle.Prospect(
      value: oracle.value(of: position), distance: nil
    )
    return [
      "\(printable(name)) in \(position.text), \(position.sideToMove.rawValue) to move; "
        + prospect.clause
    ]
      + position.legalMoves.map { move in
        let share = NumberFormat.percent(
          Double(probabilities[move.index]), places: 2
        )
        let prospect = oracle.prospect(of: move, in: position)
        return "  \(position.rules.name(of: move))  "
          + share.leftPadded(to: 7) + "   "
          + (prospect.length.isEmpty
            ? prospect.verb
            : prospect.verb.padded(to: 5) + " in \(prospect.length)")
      }
  }

  func json(of policy: any Policy, _ name: String) -> JSON {
    let probabilities = policy.shown.probabilities(in: position)
    return [
      "policy": JSON(name),
      "position": JSON(position.text),
      "sideToMove": JSON(position.sideToMove.rawValue),
      "value": oracle.value(of: position).map { JSON($0) } ?? .null,
      "moves": .array(
        position.legalMoves.map { move in
          let prospect = oracle.prospect(of: move, in: position)
          return [
            "move": JSON(position.rules.name(of: move)),
            "probability": JSON(probabilities[move.index]),
            "value": prospect.value.map { JSON($0) } ?? .null,
            "distance": prospect.distance.map { JSON($0) } ?? .null,
          ]
        }
      ),
    ]
  }
}
