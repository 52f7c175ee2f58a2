/// One number an outcome, in two vectors of the kernels: nothing is allocated.
/// The second is touched only where there are more outcomes than lanes in one.
public struct OutcomeVector: Sendable, Equatable {
  /// The lanes in memory, each read and written by itself.
  public typealias Storage = InlineArray<16, Float>

  /// The greatest number of outcomes: twice the width of the kernels' vectors.
  public static let capacity = 2 * Vector.scalarCount

  public let count: Int

  /// The numbers of the first 16 outcomes, then zeros.
  var lanes = Vector.zero

  /// The numbers of the outcomes from 16 on, then zeros.
  var more = Vector.zero

  /// Whether there are outcomes beyond the first vector.
  @inline(__always)
  var isLong: Bool { count > Vector.scalarCount }

  @inline(__always)
  public init(count: Int) {
    precondition(
      0 <= count && count <= OutcomeVector.capacity,
      "\(count) outcomes, not 0…\(OutcomeVector.capacity)"
    )
    self.count = count
  }

  public init(count: Int, _ number: (_ outcome: Int) -> Float) {
    self.init(count: count)
    lanes = Vector { $0 < count ? number($0) : 0 }
    if isLong {
      let first = Vector.scalarCount
      more = Vector { first + $0 < count ? number(first + $0) : 0 }
    }
  }

  /// Copies numbers, of shape [outcomes].
  public init(_ numbers: some Collection<Float>) {
    self.init(count: numbers.count)
    for (i, number) in numbers.enumerated() { self[i] = number }
  }

  init(count: Int, lanes: Vector, more: Vector = .zero) {
    self.init(count: count)
    self.lanes = lanes
    self.more = more
  }

  /// Computes new numbers from those of each outcome, in both vectors alike.
  @inline(__always)
  func mapped(_ transform: (Vector) -> Vector) -> OutcomeVector {
    OutcomeVector(
      count: count, lanes: transform(lanes),
      more: isLong ? transform(more) : .zero
    )
  }

  /// Computes new numbers from those of two vectors.
  @inline(__always)
  func combined(
    with other: OutcomeVector, _ transform: (Vector, Vector) -> Vector
  ) -> OutcomeVector {
    precondition(
      count == other.count, "vectors of \(count) and \(other.count) outcomes"
    )
    return OutcomeVector(
      count: count, lanes: transform(lanes, other.lanes),
      more: isLong ? transform(more, other.more) : .zero
    )
  }

  /// The sum of all numbers, added up in the order of the outcomes.
  @inline(__always)
  var sum: Float {
    if !isLong { return lanes.sum(first: count) }
    return more.sum(
      first: count - Vector.scalarCount,
      after: lanes.sum(first: Vector.scalarCount)
    )
  }

  public static func * (factor: Float, vector: OutcomeVector) -> OutcomeVector {
    vector.mapped { factor * $0 }
  }

  public static func += (lhs: inout OutcomeVector, rhs: OutcomeVector) {
    precondition(
      lhs.count == rhs.count,
      "vectors of \(lhs.count) and \(rhs.count) outcomes"
    )
    lhs.lanes += rhs.lanes
    if lhs.isLong { lhs.more += rhs.more }
  }

  /// The scalar product Σ xᵢ yᵢ, added up in the order of the outcomes.
  public func dot(_ other: OutcomeVector) -> Float {
    combined(with: other) { $0 * $1 }.sum
  }

  public static func *= (vector: inout OutcomeVector, factor: Float) {
    vector.lanes *= factor
    if vector.isLong { vector.more *= factor }
  }
}

extension OutcomeVector: RandomAccessCollection, MutableCollection {
  public var startIndex: Int { 0 }
  public var endIndex: Int { count }

  public subscript(outcome: Int) -> Float {
    get {
      precondition(indices.contains(outcome), "outcome \(outcome) of \(count)")
      return outcome < Vector.scalarCount
        ? lanes[outcome] : more[outcome - Vector.scalarCount]
    }
    set {
      precondition(indices.contains(outcome), "outcome \(outcome) of \(count)")
      if outcome < Vector.scalarCount {
        lanes[outcome] = newValue
      } else {
        more[outcome - Vector.scalarCount] = newValue
      }
    }
  }
}

extension OutcomeVector: ExpressibleByArrayLiteral {
  public init(arrayLiteral numbers: Float...) {
    self.init(numbers)
  }
}
