extension [UInt8] {
  /// Returns the number of bytes of the UTF-8 scalar at an offset, or nil if it
  /// is malformed: an overlong form, a surrogate, a scalar beyond U+10FFFF, a
  /// stray or missing continuation (The Unicode Standard 15.0, table 3-7).
  ///
  /// - Precondition: `offset` is in bounds.
  func lengthOfScalar(at offset: Int) -> Int? {
    let length: Int
    let second: ClosedRange<UInt8>
    switch self[offset] {
    case 0x00...0x7F: return 1
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return nil
    }
    guard offset + length <= count, second.contains(self[offset + 1]),
      self[(offset + 2)..<Swift.max(offset + 2, offset + length)]
        .allSatisfy({ $0 & 0xC0 == 0x80 })
    else {
      return nil
    }
    return length
  }
}
