/// A generator that shares nothing with the one under test: Steele, Lea &
/// Flood (2014).
package struct SplitMix64: RandomNumberGenerator {
  package var state: UInt64

  package init(state: UInt64) { self.state = state }

  package mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  /// A number between −`bound` and `bound`.
  package mutating func uniform(_ bound: Float) -> Float {
    (Float(next() >> 40) * 0x1p-23 - 1) * bound
  }

  package mutating func uniform(_ bound: Float, count: Int) -> [Float] {
    (0..<count).map { _ in uniform(bound) }
  }
}
