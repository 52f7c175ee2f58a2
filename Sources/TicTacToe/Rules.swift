/// The rules of an m,n,k game: a board and how many in a row win on it.
public struct Rules: Hashable, Sendable {
  private let width: UInt8
  private let height: UInt8
  private let lineLength: UInt8

  /// The number of columns, lettered from a.
  public var columns: Int { Int(width) }

  /// The number of rows, numbered from 1.
  public var rows: Int { Int(height) }

  /// How many stones in a row, in any of four directions, win.
  public var inARow: Int { Int(lineLength) }

  public var squareCount: Int { columns * rows }

  /// Three in a row on 3×3.
  public static let ticTacToe = Rules(width: 3, height: 3, lineLength: 3)

  private init(width: UInt8, height: UInt8, lineLength: UInt8) {
    self.width = width
    self.height = height
    self.lineLength = lineLength
  }

  /// Creates the rules of a board that fits a 64-bit bitboard with one padding
  /// column.
  ///
  /// - Throws: `RulesError.boardDoesNotFit` unless
  ///   1 ≤ (columns + 1) · rows ≤ 64 with at least one column and one row;
  ///   `RulesError.lineDoesNotFit` unless 1 ≤ `inARow` ≤ the longer side.
  public init(columns: Int, rows: Int, inARow: Int) throws(RulesError) {
    guard (1...63).contains(columns), (1...32).contains(rows),
      (columns + 1) * rows <= 64
    else {
      throw .boardDoesNotFit(columns: columns, rows: rows)
    }
    guard (1...max(columns, rows)).contains(inARow) else {
      throw .lineDoesNotFit(inARow: inARow, columns: columns, rows: rows)
    }
    self.init(
      width: UInt8(columns), height: UInt8(rows), lineLength: UInt8(inARow)
    )
  }
}

public enum RulesError: Error, Hashable {
  /// Something that is not `COLUMNSxROWS` or `COLUMNSxROWS:INAROW`.
  case text(String)

  /// A single row or column, whose shorter side is no line to speak of.
  case lineNotGiven(columns: Int, rows: Int)

  case boardDoesNotFit(columns: Int, rows: Int)
  case lineDoesNotFit(inARow: Int, columns: Int, rows: Int)
}
