/// Sums in registers, one for each lane of a vector or for the first lanes.
protocol VectorSums {
  init(_ vector: Vector)

  mutating func add(_ x: Float, times vector: Vector)

  /// The sums, then zeros.
  var vector: Vector { get }
}

extension Vector: VectorSums {
  @inline(__always)
  mutating func add(_ x: Float, times vector: Vector) {
    self += x * vector
  }

  @inline(__always)
  var vector: Vector { self }
}

/// The first four sums, for few outputs, such as a value.
struct FourSums: VectorSums {
  static let count = 4

  private var four: SIMD4<Float>

  @inline(__always)
  init(_ vector: Vector) {
    four = vector.lowHalf.lowHalf
  }

  @inline(__always)
  mutating func add(_ x: Float, times vector: Vector) {
    four += x * vector.lowHalf.lowHalf
  }

  @inline(__always)
  var vector: Vector {
    Vector(
      lowHalf: SIMD8(lowHalf: four, highHalf: .zero), highHalf: .zero
    )
  }
}

/// The first twelve sums, for outputs that do not fill a vector, such as the
/// nine squares.
struct TwelveSums: VectorSums {
  static let count = 12

  private var eight: SIMD8<Float>
  private var four: SIMD4<Float>

  @inline(__always)
  init(_ vector: Vector) {
    eight = vector.lowHalf
    four = vector.highHalf.lowHalf
  }

  @inline(__always)
  mutating func add(_ x: Float, times vector: Vector) {
    eight += x * vector.lowHalf
    four += x * vector.highHalf.lowHalf
  }

  @inline(__always)
  var vector: Vector {
    Vector(lowHalf: eight, highHalf: SIMD8(lowHalf: four, highHalf: .zero))
  }
}
