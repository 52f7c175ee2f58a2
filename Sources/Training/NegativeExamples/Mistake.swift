public import TicTacToe

/// A move that a person marked as bad.
public struct Mistake: Hashable, Sendable {
  public let position: Position
  public let move: Square

  /// Marks a move.
  ///
  /// - Throws: `Reason.illegal`, or `Reason.onlyMove` if no other move is legal.
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
