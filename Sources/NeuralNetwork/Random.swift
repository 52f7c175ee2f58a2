extension RandomNumberGenerator {
  /// A uniform number in [0, 1), a multiple of 2⁻²⁴.
  ///
  /// The library's `Float.random` may change its algorithm between versions;
  /// this one may not.
  @inlinable
  package mutating func nextUnit() -> Float {
    Float(next() >> 40) * 0x1p-24
  }

  /// A uniform number in 0..<`bound`, up to a bias of `bound` · 2⁻⁶⁴.
  @inlinable
  package mutating func next(below bound: Int) -> Int {
    precondition(bound > 0, "a random number below \(bound)")
    return Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }
}
