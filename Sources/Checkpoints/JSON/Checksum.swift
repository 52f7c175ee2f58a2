/// The 64-bit checksum FNV-1a: it detects accidents, not forgeries.
///
/// Any change of a single byte changes it
/// (Fowler, Noll, Vo, Eastlake: draft-eastlake-fnv, section 2).
package struct Checksum: Hashable, Sendable {
  private var state: UInt64 = 0xcbf2_9ce4_8422_2325

  /// - Complexity: O(bytes).
  package init(_ bytes: ArraySlice<UInt8>) {
    for byte in bytes {
      state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
    }
  }

  /// - Complexity: O(bytes).
  package init(_ bytes: [UInt8]) {
    self.init(ArraySlice(bytes))
  }

  /// The checksum as 16 lower-case hexadecimal digits.
  package var text: String {
    let digits = String(state, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
