import Players
import TicTacToe

/// What a policy would do in one position, beside what is exactly true.
struct PositionView {
  private let position: Position
  private let number: Int

  init(_ text: String) throws {
    do { position = try Position(text) } catch {
      throw Failure(
        .usage,
        "--position: \(quoted(text)) is no reachable board; expected three "
          + "ranks from the top such as X../.O./..."
      )
    }
    guard position.outcome == nil,
      let number = Solution.ticTacToe.space.number(of: position)
    else {
      throw Failure(.usage, "--position: \(quoted(text)): the game is over")
    }
    self.number = number
  }

  func lines(of policy: any Policy, _ name: String) -> [String] {
    let solution = Solution.ticTacToe
    let probabilities = policy.probabilities(in: position)
    let words = ["loses", "draws", "wins"]
    var lines = [
      "\(name) in \(position.text), \(position.sideToMove.rawValue) to move; "
        + "exactly, it \(words[solution.values[number] + 1])"
    ]
    for move in position.legalMoves {
      guard let next = solution.space.successor(of: number, after: move) else {
        continue
      }
      let share = Figure.percent(Double(probabilities[move.index]), places: 2)
      lines.append(
        "  \(position.rules.name(of: move))  "
          + String(repeating: " ", count: max(0, 7 - share.count)) + share
          + "   \(words[1 - solution.values[next]])"
      )
    }
    return lines
  }
}
