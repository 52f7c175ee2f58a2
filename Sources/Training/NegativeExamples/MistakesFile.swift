public import TicTacToe

/// A person's list of mistakes, one `POSITION MOVE` a line; `#` starts a
/// comment.
public struct MistakesFile: Sendable, Equatable {
  /// The mistakes, in the order of the file, each once.
  public let mistakes: [Mistake]

  public struct Damage: Error, Equatable {
    public let lines: [Line]

    public struct Line: Sendable, Equatable {
      public let number: Int
      public let reason: Mistake.Reason
    }
  }

  /// Reads a file about a board.
  ///
  /// - Throws: `Damage` with every bad line.
  /// - Complexity: O(lines).
  public init(_ text: String, on board: Board) throws(Damage) {
    var checker = Checker(group: board.group)
    var bad: [Damage.Line] = []
    // By bytes: \r\n is one character, and would be no separator.
    let lines = text.utf8.split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false
    )
    for (index, line) in lines.enumerated() {
      do throws(Mistake.Reason) {
        if let mistake = try Mistake(
          line: Substring(line), rules: board.rules
        ) {
          try checker.add(mistake)
        }
      } catch {
        bad.append(Damage.Line(number: index + 1, reason: error))
      }
    }
    guard bad.isEmpty else { throw Damage(lines: bad) }
    mistakes = checker.mistakes
  }

  /// The mistakes of a list, each once.
  ///
  /// - Throws: `Reason.everyMove` if every move of a position is marked.
  package static func check(
    _ mistakes: [Mistake], on board: Board
  ) throws(Mistake.Reason) -> [Mistake] {
    var checker = Checker(group: board.group)
    for mistake in mistakes { try checker.add(mistake) }
    return checker.mistakes
  }

  private struct Checker {
    let group: SymmetryGroup
    var mistakes: [Mistake] = []

    // Images of a position are one: together they may mark every move.
    var marked: [Position: Bitboard] = [:]

    mutating func add(_ mistake: Mistake) throws(Mistake.Reason) {
      if mistakes.contains(mistake) { return }
      let (position, images) = mistake.canonical(under: group)
      let moves = images.union(marked[position] ?? [])
      if moves == position.empty { throw .everyMove }
      marked[position] = moves
      mistakes.append(mistake)
    }
  }
}
