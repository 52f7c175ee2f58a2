/// Sixteen sums, or the first of them, that are added up in registers.
protocol VectorSums {
  /// Adds `x` times a vector.
  mutating func add(_ x: Float, times vector: SIMD16<Float>)

  /// The sums, then zeros.
  var vector: SIMD16<Float> { get }
}

extension SIMD16<Float>: VectorSums {
  @inline(__always)
  mutating func add(_ x: Float, times vector: SIMD16<Float>) {
    self += x * vector
  }

  @inline(__always)
  var vector: SIMD16<Float> { self }
}

/// The first twelve sums, for outputs that do not fill a vector, such as the
/// nine squares.
struct TwelveSums: VectorSums {
  static let count = 12

  private var eight: SIMD8<Float>
  private var four: SIMD4<Float>

  @inline(__always)
  init(_ vector: SIMD16<Float>) {
    eight = vector.lowHalf
    four = vector.highHalf.lowHalf
  }

  @inline(__always)
  mutating func add(_ x: Float, times vector: SIMD16<Float>) {
    eight += x * vector.lowHalf
    four += x * vector.highHalf.lowHalf
  }

  @inline(__always)
  var vector: SIMD16<Float> {
    SIMD16(
      lowHalf: eight,
      highHalf: SIMD8(lowHalf: four, highHalf: .zero)
    )
  }
}
