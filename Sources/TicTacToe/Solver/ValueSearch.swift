/// The exact value of single positions by search, on boards too big for tables.
///
/// Two questions decide a value: can one side force a line, can the other? Each
/// is a search of and-or trees, in which forced moves are followed first and a
/// side without a chance is cut off: by the criterion of Erdős & Selfridge
/// (1973) the defender breaks every line if Σ 2⁻ᵐ over the lines still open is
/// below 1 when it moves, or ½ when it does not, a line having m stones to go.
///
/// What was found is kept from one position to the next. A budget of nodes, not
/// of time, ends a search, so that every machine gives the same answer.
public struct ValueSearch: Sendable {
  /// A position as one question sees it: the open lines' stones and squares.
  private struct Entry: Sendable {
    var attacker: UInt64 = 0
    var defender: UInt64 = 0

    /// 0 where nothing is kept, else 2 · (attacker moves) + (it wins) + 1.
    var answer: UInt8 = 0
  }

  /// The open lines after some moves, counted once a node.
  private struct Count {
    var attackersOpen: UInt64 = 0
    var defendersOpen: UInt64 = 0

    /// The squares that complete a line at once.
    var attackersThreats: UInt64 = 0
    var defendersThreats: UInt64 = 0

    /// Σ 2ᵏ⁻ᵐ over the attacker's open lines.
    var weight = 0
  }

  public let rules: Rules

  /// The most nodes of one search.
  public let budget: Int

  private let group: SymmetryGroup
  private let lines: [UInt64]

  /// The lines through each bit, of shape [bits].
  private let linesThrough: [[UInt64]]

  private let full: UInt64
  private var table: [Entry]
  private var nodesLeft = 0

  /// The nodes of the last search.
  public private(set) var nodes = 0

  /// - Parameters:
  ///   - budget: The most nodes of one search, at least 1.
  ///   - entries: How many answers are kept, a power of 2; 24 bytes each.
  public init(_ rules: Rules, budget: Int, entries: Int = 1 << 18) {
    precondition(
      budget > 0 && entries > 0 && entries & (entries - 1) == 0,
      "\(budget) nodes and \(entries) entries"
    )
    self.rules = rules
    self.budget = budget
    group = SymmetryGroup(rules)
    let lines = rules.lines.map(\.rawValue)
    self.lines = lines
    linesThrough = (0..<64).map { bit in
      lines.filter { $0 >> UInt64(bit) & 1 == 1 }
    }
    full = Bitboard.full(in: rules).rawValue
    table = [Entry](repeating: Entry(), count: entries)
  }

  /// The value of a position for the side to move: won 1, drawn 0, lost −1; nil
  /// if the budget ends before it is known.
  public mutating func value(of position: Position) -> Int? {
    precondition(position.rules == rules, "\(position.rules) for \(rules)")
    nodes = 0
    switch position.outcome {
    case .win: return -1
    case .draw: return 0
    case nil: break
    }
    nodesLeft = budget
    defer { nodes = budget - nodesLeft }
    let (own, other) = (position.mover.rawValue, position.opponent.rawValue)
    guard let wins = wins(attacker: own, defender: other, moves: true) else {
      return nil
    }
    if wins { return 1 }
    return self.wins(attacker: other, defender: own, moves: false)
      .map { $0 ? -1 : 0 }
  }

  /// Whether the attacker can force a line; nil if the budget is spent.
  private mutating func wins(
    attacker: UInt64, defender: UInt64, moves: Bool
  ) -> Bool? {
    nodesLeft -= 1
    if nodesLeft < 0 {
      nodesLeft = 0
      return nil
    }
    let count = count(attacker: attacker, defender: defender)
    let (winning, threats) =
      moves
      ? (count.attackersThreats, count.defendersThreats)
      : (count.defendersThreats, count.attackersThreats)
    if winning != 0 { return moves }
    if threats & (threats &- 1) != 0 { return !moves }
    // Lines of 63 and more stones: a side can fill at most half of a board.
    let needed = 1 << min(moves ? rules.inARow - 1 : rules.inARow, 62)
    if count.weight < needed { return false }
    let open = count.attackersOpen | count.defendersOpen
    let empty = full & ~attacker & ~defender & open
    let key = group.least(
      attacker & count.attackersOpen | empty,
      defender & count.defendersOpen | empty
    )
    let slot = slot(key, moves)
    let kept = table[slot]
    if kept.answer > 0, kept.attacker == key.0, kept.defender == key.1,
      (kept.answer - 1) >> 1 == (moves ? 1 : 0)
    {
      return (kept.answer - 1) & 1 == 1
    }
    let candidates =
      threats != 0 ? [threats] : ordered(empty, attacker, defender)
    var answer = !moves
    for move in candidates {
      let reply =
        moves
        ? wins(attacker: attacker | move, defender: defender, moves: false)
        : wins(attacker: attacker, defender: defender | move, moves: true)
      guard let reply else { return nil }
      if reply == moves {
        answer = moves
        break
      }
    }
    table[slot] = Entry(
      attacker: key.0, defender: key.1,
      answer: (moves ? 2 : 0) + (answer ? 1 : 0) + 1
    )
    return answer
  }

  @inline(__always)
  private func count(attacker: UInt64, defender: UInt64) -> Count {
    var count = Count()
    let most = rules.inARow - 1
    for line in lines {
      let (own, other) = (line & attacker, line & defender)
      if other == 0 {
        let stones = own.nonzeroBitCount
        count.attackersOpen |= line
        count.weight &+= 1 << stones
        if stones == most { count.attackersThreats |= line & ~own }
      }
      if own == 0 {
        count.defendersOpen |= line
        if other.nonzeroBitCount == most {
          count.defendersThreats |= line & ~other
        }
      }
    }
    return count
  }

  /// The moves, those on many and on nearly full open lines first.
  private func ordered(
    _ moves: UInt64, _ attacker: UInt64, _ defender: UInt64
  ) -> [UInt64] {
    var scored: [(score: Int, move: UInt64)] = []
    scored.reserveCapacity(moves.nonzeroBitCount)
    var left = moves
    while left != 0 {
      let bit = left.trailingZeroBitCount
      left &= left &- 1
      var score = 0
      for line in linesThrough[bit] {
        let (own, other) = (line & attacker, line & defender)
        if other == 0 { score += 1 << (2 * own.nonzeroBitCount) }
        if own == 0 { score += 1 << (2 * other.nonzeroBitCount) }
      }
      scored.append((score, 1 << UInt64(bit)))
    }
    scored.sort { ($0.score, $1.move) > ($1.score, $0.move) }
    return scored.map(\.move)
  }

  private func slot(_ key: (UInt64, UInt64), _ moves: Bool) -> Int {
    // Fibonacci hashing: the high bits of a product depend on all bits.
    var mixed =
      (key.0 &* 0x9e37_79b9_7f4a_7c15) ^ (key.1 &* 0xd129_0d3a_79c9_e1b5)
    mixed = (mixed ^ mixed >> 32) &* (moves ? 0x94d0_49bb_1331_11eb : 3)
    return Int(truncatingIfNeeded: mixed >> 30) & (table.count - 1)
  }
}
