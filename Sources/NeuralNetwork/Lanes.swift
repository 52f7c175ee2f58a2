/// A matrix in vectors of 16 outputs, the last one filled up with zeros: what a
/// multiplication reads fastest.
package struct Lanes: Sendable {
  private typealias Vector = SIMD16<Float>

  private let inputs: Int
  private let outputs: Int

  /// What each output starts from, of shape [groups of outputs].
  private let biases: [Vector]

  /// Of shape [groups of outputs, inputs].
  private let weights: [Vector]

  /// Copies what takes a layer's inputs to its outputs.
  package init(of layer: Network.Layer, _ parameters: [Float]) {
    let parameters = parameters.span
    self.init(layer.inputs, layer.outputs) { start, count in
      layer.hasBiases
        ? Vector(
          parameters,
          from: layer.biases.lowerBound + start,
          count: count
        ) : .zero
    } weights: { input, start, count in
      let row = layer.weights(from: input).lowerBound
      return Vector(parameters, from: row + start, count: count)
    }
  }

  /// Copies what takes the gradients by a layer's outputs to those by its
  /// inputs: the weights transposed, without the biases.
  init(transposing layer: Network.Layer, _ parameters: [Float]) {
    let weights = parameters.span.extracting(layer.allWeights)
    self.init(layer.outputs, layer.inputs) { _, _ in
      .zero
    } weights: { output, start, count in
      Vector { lane in
        lane < count ? weights[(start + lane) * layer.outputs + output] : 0
      }
    }
  }

  @inline(__always)
  private init(
    _ inputs: Int,
    _ outputs: Int,
    biases: (_ start: Int, _ count: Int) -> Vector,
    weights: (_ input: Int, _ start: Int, _ count: Int) -> Vector
  ) {
    self.inputs = inputs
    self.outputs = outputs
    let starts = stride(from: 0, to: outputs, by: 16)
    self.biases = starts.map { biases($0, min(16, outputs - $0)) }
    var vectors: [Vector] = []
    vectors.reserveCapacity(self.biases.count * inputs)
    for start in starts {
      let count = min(16, outputs - start)
      for input in 0..<inputs { vectors.append(weights(input, start, count)) }
    }
    self.weights = vectors
  }

  /// Writes the outputs of one row to `y` from `start` on, for inputs that are
  /// 1 where listed, else 0; added up in the order of the list.
  func add(
    _ ones: Span<Int32>,
    into y: inout MutableSpan<Float>,
    from start: Int
  ) {
    let (biases, weights) = (biases.span, weights.span)
    for group in biases.indices {
      let vectors = weights.extracting(group * inputs..<(group + 1) * inputs)
      var sum = biases[group]
      for i in ones.indices { sum += vectors[Int(ones[i])] }
      let count = min(16, outputs - group * 16)
      sum.write(to: &y, from: start + group * 16, count: count)
    }
  }

  /// Writes the outputs of one row to `y` from `start` on, for inputs that have
  /// a value where listed and are else 0; added up in the order of the list.
  func add(
    _ inputs: Span<Int32>,
    times values: Span<Float>,
    into y: inout MutableSpan<Float>,
    from start: Int
  ) {
    precondition(
      inputs.count == values.count,
      "\(values.count) values for \(inputs.count) inputs"
    )
    let (biases, weights) = (biases.span, weights.span)
    for group in biases.indices {
      let vectors = weights.extracting(
        group * self.inputs..<(group + 1) * self.inputs
      )
      var sum = biases[group]
      for i in inputs.indices { sum += values[i] * vectors[Int(inputs[i])] }
      let count = min(16, outputs - group * 16)
      sum.write(to: &y, from: start + group * 16, count: count)
    }
  }

  /// Writes the outputs, of shape [rows, outputs], to `y` from `start` on, for
  /// inputs of shape [rows, inputs].
  ///
  /// Each output is added up from the bias and the first input to the last, so
  /// that its bits depend neither on the vectors' width nor on the rows beside
  /// it. Two rows at a time: their sums fill the registers, and each vector of
  /// weights is read once for both.
  package func multiply(
    _ x: Span<Float>,
    into y: inout MutableSpan<Float>,
    from start: Int = 0
  ) {
    let rows = x.count / inputs
    precondition(
      x.count == rows * inputs && 0 <= start
        && start + rows * outputs <= y.count,
      "\(x.count) inputs of \(inputs), outputs from \(start) in \(y.count)"
    )
    for row in stride(from: 0, to: rows - 1, by: 2) {
      multiplyPair(
        x.extracting(row * inputs..<(row + 1) * inputs),
        x.extracting((row + 1) * inputs..<(row + 2) * inputs),
        into: &y,
        from: start + row * outputs
      )
    }
    if rows % 2 == 1 {
      let last = x.extracting((rows - 1) * inputs..<rows * inputs)
      multiplyRow(last, into: &y, from: start + (rows - 1) * outputs)
    }
  }

  @inline(__always)
  private func multiplyPair(
    _ first: Span<Float>,
    _ second: Span<Float>,
    into y: inout MutableSpan<Float>,
    from start: Int
  ) {
    let (biases, weights) = (biases.span, weights.span)
    for group in biases.indices {
      let vectors = weights.extracting(group * inputs..<(group + 1) * inputs)
      precondition(
        first.count == vectors.count && second.count == vectors.count
      )
      var (a, b) = (biases[group], biases[group])
      for i in vectors.indices {
        let vector = vectors[i]
        a += first[i] * vector
        b += second[i] * vector
      }
      let count = min(16, outputs - group * 16)
      a.write(to: &y, from: start + group * 16, count: count)
      b.write(to: &y, from: start + outputs + group * 16, count: count)
    }
  }

  @inline(__always)
  private func multiplyRow(
    _ x: Span<Float>,
    into y: inout MutableSpan<Float>,
    from start: Int
  ) {
    let (biases, weights) = (biases.span, weights.span)
    for group in biases.indices {
      let vectors = weights.extracting(group * inputs..<(group + 1) * inputs)
      precondition(x.count == vectors.count)
      var sum = biases[group]
      for i in vectors.indices { sum += x[i] * vectors[i] }
      let count = min(16, outputs - group * 16)
      sum.write(to: &y, from: start + group * 16, count: count)
    }
  }
}
