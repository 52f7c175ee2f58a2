internal import TicTacToe

/// Numbers the distinct positions of one board in the order they are met.
///
/// A hash table with open addressing (Knuth, volume 3, section 6.4, algorithm
/// L): once its memory has grown, nothing is allocated, and emptying keeps it.
struct PositionIndex: Equatable, Sendable {
  /// The positions by number.
  private(set) var positions: [Position] = []

  /// Numbers by hash, −1 where free; a power of two of them, at least twice
  /// the positions.
  private var slots = [Int32](repeating: -1, count: 64)

  /// The number of a position, a new one if it was never met.
  ///
  /// - Complexity: O(1) on average.
  mutating func insert(_ position: Position) -> Int {
    let slot = slot(of: position)
    if slots[slot] >= 0 { return Int(slots[slot]) }
    let number = positions.count
    slots[slot] = Int32(number)
    positions.append(position)
    if 2 * positions.count > slots.count { grow() }
    return number
  }

  /// The number of a position, nil if it was never met.
  func number(of position: Position) -> Int? {
    let number = slots[slot(of: position)]
    return number < 0 ? nil : Int(number)
  }

  /// Forgets all positions, keeping the memory.
  mutating func removeAll() {
    positions.removeAll(keepingCapacity: true)
    for slot in slots.indices { slots[slot] = -1 }
  }

  /// Where a position is, or would be.
  private func slot(of position: Position) -> Int {
    let mask = slots.count - 1
    // Fibonacci hashing: the high bits of a product mix all lower ones.
    let mover = position.mover.rawValue &* 0x9e37_79b9_7f4a_7c15
    let both = (mover ^ mover >> 32) &+ position.opponent.rawValue
    var slot = Int(truncatingIfNeeded: both &* 0xd129_0d3a_79c9_e1b5 >> 32)
    while true {
      slot &= mask
      let number = slots[slot]
      if number < 0 || positions[Int(number)] == position { return slot }
      slot += 1
    }
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: 2 * slots.count)
    for (number, position) in positions.enumerated() {
      slots[slot(of: position)] = Int32(number)
    }
  }

  /// Whether the same positions have the same numbers.
  static func == (lhs: PositionIndex, rhs: PositionIndex) -> Bool {
    lhs.positions == rhs.positions
  }
}
