/// A multilayer perceptron with rectified linear hidden layers and linear
/// outputs, all its parameters in one flat vector.
///
/// Inputs are sparse: a row lists those that are not 0, most often ones. A
/// network of one layer without biases over one-hot inputs is thereby a table.
public struct Network: Sendable, Equatable {
  /// The widths: inputs, hidden layers, outputs.
  public let sizes: [Int]

  public let hasBiases: Bool

  /// Layer by layer, the weights, of shape [inputs, outputs], row by row, then
  /// the biases, of shape [outputs].
  ///
  /// Each input has a row of its own, so that sparse inputs sum few whole rows.
  public var parameters: [Float]

  public let layers: [Layer]

  /// The place of one layer's parameters in the flat vector.
  public struct Layer: Sendable, Equatable {
    public let inputs: Int
    public let outputs: Int
    let start: Int
    let hasBiases: Bool

    /// The indices of its biases; empty if it has none.
    public var biases: Range<Int> {
      let first = allWeights.upperBound
      return first..<first + (hasBiases ? outputs : 0)
    }

    var allWeights: Range<Int> { start..<start + inputs * outputs }

    /// The indices of the weights that leave one input.
    public func weights(from input: Int) -> Range<Int> {
      let first = firstWeight(from: input)
      return first..<first + outputs
    }

    @inline(__always)
    func firstWeight(from input: Int) -> Int {
      precondition(
        0 <= input && input < inputs, "input \(input) of a layer of \(inputs)"
      )
      return start + input * outputs
    }

    var end: Int { biases.upperBound }
  }

  public init(sizes: [Int], hasBiases: Bool = true) {
    precondition(
      sizes.count >= 2 && sizes.allSatisfy { $0 > 0 },
      "a network of sizes \(sizes)"
    )
    self.sizes = sizes
    self.hasBiases = hasBiases
    var start = 0
    layers = zip(sizes, sizes.dropFirst()).map { inputs, outputs in
      let layer = Layer(
        inputs: inputs, outputs: outputs, start: start, hasBiases: hasBiases
      )
      start = layer.end
      return layer
    }
    parameters = [Float](repeating: 0, count: start)
  }

  /// Creates a network with random weights and zero biases: weights into the
  /// first layer of variance 2 / `activeInputs`, into other hidden layers of
  /// 2 / inputs, and into the outputs of standard deviation 0.1 / √inputs, so
  /// that every first choice is nearly uniform.
  ///
  /// He et al. (2015), with the ones of a sparse input for its fan-in. Weights
  /// are uniform, not normal: that needs no transcendental function.
  ///
  /// - Parameters:
  ///   - sizes: The widths: inputs, hidden layers, outputs.
  ///   - activeInputs: The greatest number of inputs that are not 0 at once.
  public init(
    sizes: [Int], activeInputs: Int, using rng: inout some RandomNumberGenerator
  ) {
    self.init(sizes: sizes)
    for (index, layer) in layers.enumerated() {
      let inputs = Float(index == 0 ? activeInputs : layer.inputs)
      let isLast = index == sizes.count - 2
      let variance = isLast ? 0.01 / Float(layer.inputs) : 2 / inputs
      let bound = (3 * variance).squareRoot()
      for i in layer.start..<layer.biases.lowerBound {
        parameters[i] = bound * (2 * rng.nextUnit() - 1)
      }
    }
  }

  /// The same network with a range of its outputs; those beyond the last are
  /// new and always 0.
  ///
  /// - Complexity: O(parameters).
  public func selecting(outputs range: Range<Int>) -> Network {
    let last = layers[layers.count - 1]
    var network = Network(
      sizes: sizes.dropLast() + [range.count], hasBiases: hasBiases
    )
    let known = range.clamped(to: 0..<last.outputs)
    network.parameters.replaceSubrange(
      0..<last.start, with: parameters[..<last.start]
    )
    let new = network.layers[layers.count - 1]
    var rows = (0..<last.inputs).map {
      (from: last.firstWeight(from: $0), to: new.firstWeight(from: $0))
    }
    if hasBiases {
      rows.append((last.biases.lowerBound, new.biases.lowerBound))
    }
    for (from, to) in rows {
      for output in known {
        network.parameters[to + output - range.lowerBound] =
          parameters[from + output]
      }
    }
    return network
  }

  /// The bound on outputs that keeps every sum finite.
  public static let largestOutput = 1e30

  /// The greatest magnitude that any inputs in −1…1 can drive an output to: the
  /// bound on a layer's inputs times the sum of the magnitudes of its weights,
  /// plus that of its bias.
  ///
  /// - Complexity: O(parameters).
  public var outputBound: Double {
    layers.reduce(1) { bound, layer in
      var sums = [Double](repeating: 0, count: layer.outputs)
      for input in 0..<layer.inputs {
        let weights = parameters[layer.weights(from: input)]
        for (output, weight) in weights.enumerated() {
          sums[output] += Double(weight.magnitude) * bound
        }
      }
      for (output, bias) in parameters[layer.biases].enumerated() {
        sums[output] += Double(bias.magnitude)
      }
      return sums.max() ?? 0
    }
  }

  public var largestParameter: Float {
    parameters.reduce(0) { max($0, $1.magnitude) }
  }
}
