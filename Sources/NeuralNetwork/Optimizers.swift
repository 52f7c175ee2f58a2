/// A rule that turns gradients into steps.
public protocol Optimizer: Sendable {
  /// The size of a step; a schedule may change it between updates.
  var learningRate: Float { get set }

  /// Moves the parameters a step against their gradient, both of shape
  /// [parameters].
  ///
  /// - Complexity: O(parameters).
  mutating func update(
    _ parameters: inout MutableSpan<Float>, against gradient: Span<Float>
  )
}

extension Network {
  /// Moves all parameters a step against their gradient, of shape [parameters].
  public mutating func step(
    against gradient: [Float], by optimizer: inout any Optimizer
  ) {
    var parameters = parameters.mutableSpan
    optimizer.update(&parameters, against: gradient.span)
  }
}

/// Stochastic gradient descent: θ ← θ − η g.
public struct SGD: Optimizer, Equatable {
  /// The step size η.
  public var learningRate: Float

  public init(learningRate: Float) {
    self.learningRate = learningRate
  }

  public mutating func update(
    _ parameters: inout MutableSpan<Float>, against gradient: Span<Float>
  ) {
    precondition(
      parameters.count == gradient.count,
      "\(gradient.count) gradients for \(parameters.count) parameters"
    )
    for i in gradient.indices { parameters[i] -= learningRate * gradient[i] }
  }
}

/// Adam: steps scaled by running moments of the gradient.
///
/// Kingma & Ba (2015), algorithm 1, in the order of its section 2 that folds
/// the bias corrections into the step size.
public struct Adam: Optimizer, Equatable {
  /// The step size α.
  public var learningRate: Float

  /// The decay β₁ of the mean.
  public static let meanDecay: Float = 0.9

  /// The decay β₂ of the mean square.
  public static let squareDecay: Float = 0.999

  /// The ε that bounds a step if gradients vanish.
  public static let epsilon: Float = 1e-8

  public private(set) var steps: Int

  /// The running mean m of the gradient, of shape [parameters].
  public private(set) var means: [Float]

  /// The running mean v of its square, of shape [parameters].
  public private(set) var squares: [Float]

  public init(learningRate: Float, parameterCount: Int) {
    self.init(
      learningRate: learningRate, steps: 0,
      means: [Float](repeating: 0, count: parameterCount),
      squares: [Float](repeating: 0, count: parameterCount)
    )
  }

  /// Continues from a saved state, its moments of shape [parameters].
  public init(
    learningRate: Float, steps: Int, means: [Float], squares: [Float]
  ) {
    precondition(
      steps >= 0 && means.count == squares.count,
      "\(means.count) means, \(squares.count) squares after \(steps) steps"
    )
    self.learningRate = learningRate
    self.steps = steps
    self.means = means
    self.squares = squares
  }

  public mutating func update(
    _ parameters: inout MutableSpan<Float>, against gradient: Span<Float>
  ) {
    precondition(
      parameters.count == means.count && gradient.count == means.count,
      "\(parameters.count) parameters, \(gradient.count) gradients for "
        + "\(means.count) moments"
    )
    steps += 1
    let meanCorrection = 1 - Double(Adam.meanDecay).raised(to: steps)
    let squareCorrection = 1 - Double(Adam.squareDecay).raised(to: steps)
    let rate = Float(
      Double(learningRate) * squareCorrection.squareRoot() / meanCorrection
    )
    let epsilon = Adam.epsilon * Float(squareCorrection.squareRoot())
    Adam.advance(&means, &squares, by: gradient)
    let (m, v) = (means.span, squares.span)
    // Known counts and v ≥ 0 let the compiler vectorize the square root.
    precondition(m.count == parameters.count && v.count == parameters.count)
    for i in m.indices {
      parameters[i] -= rate * m[i] / (max(v[i], 0).squareRoot() + epsilon)
    }
  }

  private static func advance(
    _ means: inout [Float], _ squares: inout [Float], by gradient: Span<Float>
  ) {
    var m = means.mutableSpan
    var v = squares.mutableSpan
    for i in gradient.indices {
      let g = gradient[i]
      m[i] = (meanDecay * m[i] + (1 - meanDecay) * g).orZeroIfSubnormal
      v[i] =
        (squareDecay * v[i] + (1 - squareDecay) * g * g).orZeroIfSubnormal
    }
  }
}

extension Float {
  /// The number, or 0 if it is below the least normal magnitude: a moment that
  /// decays would stay there, where many processors take a hundred cycles for
  /// a product.
  @inline(__always)
  fileprivate var orZeroIfSubnormal: Float {
    magnitude < .leastNormalMagnitude ? 0 : self
  }
}

extension Double {
  /// The power to a natural number, by repeated squaring: the same bits on
  /// every machine.
  fileprivate func raised(to exponent: Int) -> Double {
    var (result, base, remaining) = (1.0, self, exponent)
    while remaining > 0 {
      if remaining & 1 == 1 { result *= base }
      base *= base
      remaining >>= 1
    }
    return result
  }
}
