extension Float {
  /// eˣ, within 2 units in the last place, the same bits on every machine:
  /// the C library's differs between processors with and without FMA.
  ///
  /// Below −87 the result is 0; above 88 it is that of 88.
  ///
  /// The range is reduced to |r| ≤ ln 2 / 2 in two steps (Cody & Waite 1980),
  /// then eʳ is its Taylor polynomial of degree 7.
  ///
  /// - Precondition: x is not NaN.
  package static func exp(_ x: Float) -> Float {
    precondition(x == x, "exp of NaN")
    if x < -87 { return 0 }
    let x = x < 88 ? x : 88
    // Adding 1.5 · 2²³ leaves no fraction bits: it rounds to nearest, and the
    // low bits are the number.
    let rounded = x * 1.442_695_04 + 12_582_912
    let n = rounded - 12_582_912
    let r = (x - n * 0.693_359_375) - n * -2.121_944_4e-4
    var sum: Float = 1 / 5_040
    sum = sum * r + 1 / 720
    sum = sum * r + 1 / 120
    sum = sum * r + 1 / 24
    sum = sum * r + 1 / 6
    sum = sum * r + 0.5
    sum = sum * r + 1
    sum = sum * r + 1
    return sum * powerOfTwo(rounded)
  }

  /// The hyperbolic tangent, within 4 · 10⁻⁷.
  ///
  /// - Precondition: x is not NaN.
  package static func tanh(_ x: Float) -> Float {
    1 - 2 / (exp(2 * x) + 1)
  }

  /// 2ⁿ, given n + 1.5 · 2²³.
  @inline(__always)
  fileprivate static func powerOfTwo(_ rounded: Float) -> Float {
    let bias = Float(12_582_912).bitPattern &- 127
    return Float(bitPattern: (rounded.bitPattern &- bias) &<< 23)
  }

  /// The natural logarithm of a positive normal number, within 2 units in the
  /// last place of max(|result|, 1), the same bits on every machine.
  ///
  /// With x = 2ᵉ · m, √½ ≤ m < √2, and s = (m − 1) / (m + 1), the result is
  /// e ln 2 + 2 (s + s³/3 + s⁵/5 + s⁷/7 + s⁹/9).
  package static func log(_ x: Float) -> Float {
    precondition(x.isNormal && x > 0, "log of \(x)")
    var exponent = Int32(x.bitPattern >> 23) - 127
    var m = Float(bitPattern: x.bitPattern & 0x7f_ffff | 0x3f80_0000)
    if m > 1.414_213_56 {
      m /= 2
      exponent += 1
    }
    let s = (m - 1) / (m + 1)
    let square = s * s
    var sum: Float = 1 / 9
    sum = sum * square + 1 / 7
    sum = sum * square + 1 / 5
    sum = sum * square + 1 / 3
    sum = sum * square + 1
    let e = Float(exponent)
    return (2 * s * sum + e * -2.121_944_4e-4) + e * 0.693_359_375
  }

  /// log σ(x) = −log(1 + e⁻ˣ), the logarithm of the logistic function; finite
  /// even if σ rounds to 0.
  package static func logSigmoid(_ x: Float) -> Float {
    min(x, 0) - log(1 + exp(-x.magnitude))
  }
}

extension SIMD16<Float> {
  /// eˣ in each lane, with the bits of ``Float/exp(_:)``; NaN stays NaN.
  @inline(__always)
  static func exp(_ x: SIMD16<Float>) -> SIMD16<Float> {
    let limited = x.replacing(with: 88, where: x .> SIMD16(repeating: 88))
    let rounded = limited * 1.442_695_04 + 12_582_912
    let n = rounded - 12_582_912
    let r = (limited - n * 0.693_359_375) - n * -2.121_944_4e-4
    var sum = SIMD16<Float>(repeating: 1 / 5_040)
    sum = sum * r + 1 / 720
    sum = sum * r + 1 / 120
    sum = sum * r + 1 / 24
    sum = sum * r + 1 / 6
    sum = sum * r + 0.5
    sum = sum * r + 1
    sum = sum * r + 1
    let powers = SIMD16 { Float.powerOfTwo(rounded[$0]) }
    return (sum * powers)
      .replacing(with: 0, where: x .< SIMD16(repeating: -87))
  }
}
