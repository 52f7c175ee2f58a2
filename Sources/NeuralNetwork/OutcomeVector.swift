/// One number an outcome, in one vector of the kernels: nothing is allocated.
public struct OutcomeVector: Sendable, Equatable {
  /// The lanes in memory, each read and written by itself.
  public typealias Storage = InlineArray<16, Float>

  /// The greatest number of outcomes: the width of the kernels' vectors.
  public static let capacity = Vector.scalarCount

  public let count: Int

  /// The numbers, then zeros.
  var lanes = Vector.zero

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
  }

  /// Copies numbers, of shape [outcomes].
  public init(_ numbers: some Collection<Float>) {
    self.init(count: numbers.count)
    for (i, number) in numbers.enumerated() { lanes[i] = number }
  }

  public init(count: Int, _ numbers: Storage) {
    self.init(count: count) { numbers[$0] }
  }

  init(count: Int, lanes: Vector) {
    self.init(count: count)
    self.lanes = lanes
  }

  public static func * (factor: Float, vector: OutcomeVector) -> OutcomeVector {
    OutcomeVector(count: vector.count, lanes: factor * vector.lanes)
  }

  public static func += (lhs: inout OutcomeVector, rhs: OutcomeVector) {
    precondition(
      lhs.count == rhs.count,
      "vectors of \(lhs.count) and \(rhs.count) outcomes"
    )
    lhs.lanes += rhs.lanes
  }

  /// The scalar product Σ xᵢ yᵢ, added up in the order of the outcomes.
  public func dot(_ other: OutcomeVector) -> Float {
    precondition(
      count == other.count, "vectors of \(count) and \(other.count) outcomes"
    )
    return (lanes * other.lanes).sum(first: count)
  }

  public static func *= (vector: inout OutcomeVector, factor: Float) {
    vector.lanes *= factor
  }
}

extension OutcomeVector: RandomAccessCollection, MutableCollection {
  public var startIndex: Int { 0 }
  public var endIndex: Int { count }

  public subscript(outcome: Int) -> Float {
    get {
      precondition(indices.contains(outcome), "outcome \(outcome) of \(count)")
      return lanes[outcome]
    }
    set {
      precondition(indices.contains(outcome), "outcome \(outcome) of \(count)")
      lanes[outcome] = newValue
    }
  }
}

extension OutcomeVector: ExpressibleByArrayLiteral {
  public init(arrayLiteral numbers: Float...) {
    self.init(numbers)
  }
}
