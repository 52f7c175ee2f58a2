/// Distinct positions in a list, each found again by its bits: an open hash
/// table of their places.
///
/// Ten times as fast as `Dictionary`, whose per-process hash seed protects
/// against hostile keys; ours are not.
package struct PositionIndex: Sendable {
  package private(set) var positions: [Position] = []

  /// Places in the list, −1 where free, a power of 2 of them and at least
  /// twice as many as there are positions; each position is at its hash or in
  /// the run of others that begins there.
  private var slots = [Int32](repeating: -1, count: 16)

  package init() {}

  /// Lists positions, all different.
  ///
  /// - Complexity: O(positions).
  package init(_ positions: [Position]) {
    self.positions = positions
    allocate(for: positions.count)
  }

  /// Adds a position unless it is there, and returns its place.
  ///
  /// - Complexity: O(1), amortized.
  @discardableResult
  package mutating func insert(_ position: Position) -> Int {
    let slot = slot(of: position)
    if slots[slot] >= 0 { return Int(slots[slot]) }
    slots[slot] = Int32(positions.count)
    positions.append(position)
    if 2 * positions.count > slots.count { allocate(for: positions.count) }
    return positions.count - 1
  }

  /// The place of a position, or nil if it is not in the list.
  package func place(of position: Position) -> Int? {
    let place = slots[slot(of: position)]
    return place < 0 ? nil : Int(place)
  }

  private mutating func allocate(for count: Int) {
    var size = 16
    while size < 4 * count { size *= 2 }
    slots = [Int32](repeating: -1, count: size)
    for (place, position) in positions.enumerated() {
      slots[slot(of: position)] = Int32(place)
    }
  }

  /// The slot of a position, or the free one that it would take.
  private func slot(of position: Position) -> Int {
    // Fibonacci hashing: the high bits of a product depend on all bits.
    let mixed =
      (position.mover.rawValue &* 0x9e37_79b9_7f4a_7c15)
      ^ (position.opponent.rawValue &* 0xd129_0d3a_79c9_e1b5)
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: mixed &>> 40 ^ mixed &>> 20) & mask
    while true {
      let place = slots[slot]
      if place < 0 || positions[Int(place)] == position { return slot }
      slot = (slot + 1) & mask
    }
  }
}
