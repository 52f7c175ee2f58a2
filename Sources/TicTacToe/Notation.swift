extension Rules {
  /// The board and the line that wins, such as `3×3, 3 in a row`.
  public var name: String { "\(columns)×\(rows), \(inARow) in a row" }

  /// The rules as commands and file names write them, such as `4x4:4`.
  public var text: String { "\(columns)x\(rows):\(inARow)" }

  /// Reads rules from `COLUMNSxROWS`, where a line of the shorter side wins, or
  /// from `COLUMNSxROWS:INAROW`.
  ///
  /// - Throws: `RulesError`.
  public init(_ text: String) throws(RulesError) {
    func number(_ digits: Substring) -> Int? {
      let isNumber =
        (1...3).contains(digits.utf8.count)
        && digits.utf8.allSatisfy { (0x30...0x39).contains($0) }
      return isNumber ? Int(digits) : nil
    }
    guard text.utf8.count <= 32 else { throw .text(text) }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    let sides = parts[0].split(omittingEmptySubsequences: false) {
      "xX×".contains($0)
    }
    guard parts.count <= 2, sides.count == 2, let columns = number(sides[0]),
      let rows = number(sides[1])
    else { throw .text(text) }
    var inARow = min(columns, rows)
    if parts.count == 2 {
      guard let given = number(parts[1]) else { throw .text(text) }
      inARow = given
    } else if inARow == 1, columns != rows {
      throw .lineNotGiven(columns: columns, rows: rows)
    }
    try self.init(columns: columns, rows: rows, inARow: inARow)
  }

  /// The name of a square: its column's letter and its row's number, `a1`
  /// bottom left; after column z come aa, ab, ….
  public func name(of square: Square) -> String {
    columnName(square.index % columns) + "\(square.index / columns + 1)"
  }

  /// The letters of a column, counted from 0.
  package func columnName(_ column: Int) -> String {
    var letters = ""
    var number = column + 1
    while number > 0 {
      let letter = Unicode.Scalar(UInt8(ascii: "a") + UInt8((number - 1) % 26))
      letters = "\(letter)\(letters)"
      number = (number - 1) / 26
    }
    return letters
  }

  /// The square of a name.
  ///
  /// - Throws: `NotationError.square` if no square of this board has that name.
  public func square(named name: String) throws(NotationError) -> Square {
    for index in 0..<squareCount
    where self.name(of: Square(index)).isSame(as: name) {
      return Square(index)
    }
    throw .square(name)
  }
}

extension Position {
  /// The board as text: ranks from the top with `/` between, `X`, `O` and `.`.
  public var text: String {
    let x = stones(of: .x)
    let o = stones(of: .o)
    let ranks = (0..<rules.rows).reversed().map { row in
      String(
        (0..<rules.columns).map { column -> Character in
          let square = Square(row * rules.columns + column)
          if x.contains(square, in: rules) { return "X" }
          return o.contains(square, in: rules) ? "O" : "."
        }
      )
    }
    return ranks.joined(separator: "/")
  }

  /// Reads a board from text; whose turn it is follows from the stones.
  ///
  /// - Throws: `NotationError` if the text is malformed or no sequence of legal
  ///   moves leads to the position.
  public init(
    _ text: String, rules: Rules
  ) throws(NotationError) {
    // Ten bytes a square are more than any board is written with.
    let most = 10 * rules.squareCount + rules.rows
    guard text.utf8.count <= most else {
      throw .rankLength(
        text.utf8.count, rank: rules.rows, expected: rules.columns
      )
    }
    let ranks = text.split(separator: "/", omittingEmptySubsequences: false)
    guard ranks.count == rules.rows else {
      throw .rankCount(ranks.count, expected: rules.rows)
    }
    var x: Bitboard = []
    var o: Bitboard = []
    for (row, rank) in ranks.reversed().enumerated() {
      guard rank.count == rules.columns else {
        throw .rankLength(rank.count, rank: row + 1, expected: rules.columns)
      }
      for (column, character) in rank.enumerated() {
        let square = Square(row * rules.columns + column)
        switch character {
        case "X": x.formUnion(Bitboard(square, in: rules))
        case "O": o.formUnion(Bitboard(square, in: rules))
        case ".": break
        default: throw .character(character, rules.name(of: square))
        }
      }
    }
    try self.init(x: x, o: o, rules: rules)
  }

  private init(
    x: Bitboard, o: Bitboard, rules: Rules
  ) throws(NotationError) {
    switch x.count - o.count {
    case 0: self.init(rules: rules, mover: x, opponent: o)
    case 1: self.init(rules: rules, mover: o, opponent: x)
    default: throw .stoneCounts(x: x.count, o: o.count)
    }
    // The game ended with the first line: the mover has none, and some last
    // stone of the opponent's completed all of its own.
    guard !mover.hasLine(in: rules) else {
      throw .playedOn(after: sideToMove)
    }
    let couldBeLast = opponent.squares(in: rules).contains { square in
      !opponent.subtracting(Bitboard(square, in: rules)).hasLine(in: rules)
    }
    guard couldBeLast || !opponent.hasLine(in: rules) else {
      throw .playedOn(after: sideToMove.opponent)
    }
  }
}

public enum NotationError: Error, Hashable {
  case square(String)

  /// The wrong number of ranks between slashes.
  case rankCount(Int, expected: Int)

  /// A rank, counted from 1 at the bottom, of the wrong length.
  case rankLength(Int, rank: Int, expected: Int)

  /// A character other than `X`, `O` and `.`, and the square it stands for.
  case character(Character, String)

  /// Stones that alternate play, X first, cannot give.
  case stoneCounts(x: Int, o: Int)

  /// Moves made after this side had won.
  case playedOn(after: Mark)
}
