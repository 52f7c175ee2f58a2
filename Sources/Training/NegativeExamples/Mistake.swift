public import TicTacToe

/// A move that a person marked as bad.
public struct Mistake: Hashable, Sendable {
  public let position: Position
  public let move: Square

  /// Marks a move.
  ///
  /// - Throws: `Reason.illegal`, or `Reason.onlyMove` if no other move is
  ///   legal.
  public init(_ move: Square, in position: Position) throws(Reason) {
    var next = position
    do throws(IllegalMove) { try next.play(move) } catch {
      throw .illegal(error)
    }
    guard position.legalMoves.count > 1 else { throw .onlyMove }
    self.position = position
    self.move = move
  }

  /// Why a line or a move cannot be learned from.
  public enum Reason: Error, Hashable {
    /// The line is not two words.
    case form

    case notation(NotationError)
    case illegal(IllegalMove)
    case onlyMove
    case everyMove
  }

  /// A line of a mistakes file, without its end: `POSITION MOVE`.
  public var line: String {
    "\(position.text) \(position.rules.name(of: move))"
  }

  /// Reads a line; nil if it holds no more than a comment.
  public init?(line: some StringProtocol, rules: Rules) throws(Reason) {
    let text = line.prefix { $0 != "#" }
    let words = text.split { " \t\r".contains($0) }
    if words.isEmpty { return nil }
    guard words.count == 2 else { throw .form }
    let position: Position
    let move: Square
    do throws(NotationError) {
      position = try Position(String(words[0]), rules: rules)
      move = try position.rules.square(named: String(words[1]))
    } catch { throw .notation(error) }
    try self.init(move, in: position)
  }

  /// The canonical position, and every image of the move there; a symmetric
  /// position has several.
  func canonical(
    under group: SymmetryGroup
  ) -> (position: Position, moves: Bitboard) {
    let canonical = group.canonical(position).position
    let move = Bitboard(move, in: position.rules)
    var moves: Bitboard = []
    for symmetry in group.symmetries.indices
    where group.image(of: position, under: symmetry) == canonical {
      moves.formUnion(group.image(of: move, under: symmetry))
    }
    return (canonical, moves)
  }
}

extension [Position: Bitboard] {
  /// Adds a mistake to the bad moves of its canonical position, which it
  /// returns.
  @discardableResult
  mutating func insert(
    _ mistake: Mistake, under group: SymmetryGroup
  ) -> Position {
    let (position, moves) = mistake.canonical(under: group)
    self[position, default: []].formUnion(moves)
    return position
  }
}

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
