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

  /// Writes the outputs to a row of `y`, for inputs that are 1 where listed,
  /// else 0; added up in the order of the list.
  func add(_ ones: Span<Int32>, into y: inout Rows, row: Int) {
    add(into: &y, row: row) { sum, vectors in
      for i in ones.indices { sum += vectors[Int(ones[i])] }
    }
  }

  /// Writes the outputs to a row of `y`, for inputs that have a value where
  /// listed and are else 0; added up in the order of the list.
  func add(
    _ inputs: Span<Int32>,
    times values: Span<Float>,
    into y: inout Rows,
    row: Int
  ) {
    precondition(
      inputs.count == values.count,
      "\(values.count) values for \(inputs.count) inputs"
    )
    add(into: &y, row: row) { sum, vectors in
      for i in inputs.indices { sum += values[i] * vectors[Int(inputs[i])] }
    }
  }

  @inline(__always)
  private func add(
    into y: inout Rows,
    row: Int,
    _ body: (_ sum: inout Vector, _ vectors: Span<Vector>) -> Void
  ) {
    let (biases, weights) = (biases.span, weights.span)
    var y = y.blocks.mutableSpan
    for group in biases.indices {
      var sum = biases[group]
      body(&sum, weights.extracting(group * inputs..<(group + 1) * inputs))
      y[row * biases.count + group] = Rows.Block(sum)
    }
  }

  /// Writes the outputs of the rows of `x` from `first` on to those of `y`.
  ///
  /// Each output is added up from the bias and the first input to the last, so
  /// that its bits depend neither on the vectors' width nor on the rows beside
  /// it. Two rows at a time: their sums fill the registers, and each vector of
  /// weights is read once for both.
  package func multiply(_ x: Rows, into y: inout Rows, from first: Int = 0) {
    precondition(
      x.width == inputs && y.width == outputs && x.count == y.count
        && 0...x.count ~= first,
      "\(x.count) rows of \(x.width) from \(first) on to \(y.count) of "
        + "\(y.width) by a matrix of \(inputs)×\(outputs)"
    )
    let (rows, width) = (x.count, x.groups)
    let (x, biases, weights) = (x.blocks.span, biases.span, weights.span)
    var y = y.blocks.mutableSpan
    for row in stride(from: first, to: rows, by: 2) {
      // The last of an odd number of rows is its own companion.
      let other = min(row + 1, rows - 1)
      let u = x.extracting(row * width..<(row + 1) * width)
      let v = x.extracting(other * width..<(other + 1) * width)
      for group in biases.indices {
        let weights = weights.extracting(group * inputs..<(group + 1) * inputs)
        let (a, b) =
          outputs - group * 16 > TwelveSums.count
          ? Lanes.multiply(u, v, by: weights, from: biases[group])
          : Lanes.multiply(u, v, by: weights, from: TwelveSums(biases[group]))
        y[other * biases.count + group] = Rows.Block(b)
        y[row * biases.count + group] = Rows.Block(a)
      }
    }
  }

  /// The sums of the weights times the numbers of either row, from the biases
  /// on.
  @inline(__always)
  private static func multiply<Sums: VectorSums>(
    _ u: Span<Rows.Block>,
    _ v: Span<Rows.Block>,
    by weights: Span<Vector>,
    from biases: Sums
  ) -> (Vector, Vector) {
    precondition(
      u.count == v.count,
      "rows of \(u.count) and \(v.count) vectors"
    )
    var (a, b) = (biases, biases)
    // Whole blocks first: no index below a known count needs a check.
    let whole = weights.count / 16
    for part in 0..<whole {
      let vectors = weights.extracting(part * 16..<part * 16 + 16)
      for lane in 0..<16 {
        a.add(u[part][lane], times: vectors[lane])
        b.add(v[part][lane], times: vectors[lane])
      }
    }
    let rest = weights.extracting(whole * 16..<weights.count)
    for lane in rest.indices {
      a.add(u[whole][lane], times: rest[lane])
      b.add(v[whole][lane], times: rest[lane])
    }
    return (a.vector, b.vector)
  }
}
