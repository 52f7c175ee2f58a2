internal import TicTacToe

/// A person's list of mistakes, one `POSITION MOVE` a line; `#` starts a
/// comment.
public struct MistakesFile: Sendable, Equatable {
  /// The mistakes, in the order of the file, each once.
  public let mistakes: [Mistake]

  /// What is wrong with a file.
  public struct Damage: Error, Equatable {
    /// Every bad line, counted from 1, with its reason.
    public let lines: [Line]

    /// A bad line.
    public struct Line: Sendable, Equatable {
      /// Its number, counted from 1.
      public let number: Int

      /// What is wrong with it.
      public let reason: Mistake.Reason
    }
  }

  /// Reads a file.
  ///
  /// - Throws: `Damage` with every bad line.
  /// - Complexity: O(lines).
  public init(_ text: String) throws(Damage) {
    var mistakes: [Mistake] = []
    var marked: [Position: Bitboard] = [:]
    var bad: [Damage.Line] = []
    // By bytes: \r\n is one character, and would be no separator.
    let lines = text.utf8.split(
      separator: UInt8(ascii: "\n"),
      omittingEmptySubsequences: false
    )
    for (index, line) in lines.enumerated() {
      do throws(Mistake.Reason) {
        guard let mistake = try Mistake(line: Substring(line)) else { continue }
        if mistakes.contains(mistake) { continue }
        // Images of a position are one: together they may mark every move.
        let (position, images) = mistake.canonical
        let moves = images.union(marked[position] ?? [])
        if moves == position.empty { throw .everyMove }
        marked[position] = moves
        mistakes.append(mistake)
      } catch {
        bad.append(Damage.Line(number: index + 1, reason: error))
      }
    }
    guard bad.isEmpty else { throw Damage(lines: bad) }
    self.mistakes = mistakes
  }
}
