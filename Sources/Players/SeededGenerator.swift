/// A random number generator whose output is a function of its seed alone:
/// xoshiro256** of Blackman & Vigna (2018), seeded by SplitMix64.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
  @usableFromInline
  var state: (UInt64, UInt64, UInt64, UInt64)

  /// Creates the generator of one stream of a seed. Streams are independent:
  /// each game draws from its own, so that its moves depend neither on other
  /// games nor on the worker that plays it.
  public init(seed: UInt64, stream: UInt64 = 0) {
    var mixer = SplitMix64(state: seed)
    mixer.state = mixer.next() &+ stream &* 0xd129_0d3a_79c9_e1b5
    state = (mixer.next(), mixer.next(), mixer.next(), mixer.next())
  }

  @inlinable
  public mutating func next() -> UInt64 {
    let result = rotated(state.1 &* 5, by: 7) &* 9
    let shifted = state.1 << 17
    state.2 ^= state.0
    state.3 ^= state.1
    state.1 ^= state.2
    state.0 ^= state.3
    state.2 ^= shifted
    state.3 = rotated(state.3, by: 45)
    return result
  }

  @inlinable
  func rotated(_ bits: UInt64, by count: UInt64) -> UInt64 {
    bits &<< count | bits &>> (64 &- count)
  }
}

/// The generator of Steele, Lea & Flood (2014), which spreads a seed.
private struct SplitMix64 {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ z >> 30) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ z >> 27) &* 0x94d0_49bb_1331_11eb
    return z ^ z >> 31
  }
}
