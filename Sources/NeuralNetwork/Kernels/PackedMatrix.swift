/// A matrix in panels of 16 outputs, the last one padded with zeros: the layout
/// that a multiplication reads fastest.
package struct PackedMatrix: Sendable {
  private let inputs: Int
  private let outputs: Int

  /// Of shape [panels].
  private let biases: [Vector]

  /// Of shape [panels, inputs].
  private let weights: [Vector]

  package init(of layer: Network.Layer, _ parameters: [Float]) {
    let parameters = parameters.span
    self.init(layer.inputs, layer.outputs) { start, count in
      layer.hasBiases
        ? Vector(
          parameters, from: layer.biases.lowerBound + start, count: count
        ) : .zero
    } weights: { input, start, count in
      let row = layer.weights(from: input).lowerBound
      return Vector(parameters, from: row + start, count: count)
    }
  }

  /// Packs a layer's weights transposed, without biases: the matrix that takes
  /// the gradients by its outputs to those by its inputs.
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
    _ inputs: Int, _ outputs: Int,
    biases: (_ start: Int, _ count: Int) -> Vector,
    weights: (_ input: Int, _ start: Int, _ count: Int) -> Vector
  ) {
    self.inputs = inputs
    self.outputs = outputs
    let width = Vector.scalarCount
    let starts = stride(from: 0, to: outputs, by: width)
    self.biases = starts.map { biases($0, min(width, outputs - $0)) }
    var vectors: [Vector] = []
    vectors.reserveCapacity(self.biases.count * inputs)
    for start in starts {
      let count = min(width, outputs - start)
      for input in 0..<inputs { vectors.append(weights(input, start, count)) }
    }
    self.weights = vectors
  }

  /// Writes the outputs to a row of `y`, for inputs that are 1 where listed,
  /// else 0; added up in the order of the list.
  func multiply(
    ones: Span<Int32>, into y: inout PackedRows, row: Int, rectifies: Bool
  ) {
    writePanels(of: &y, row: row, rectifies: rectifies) { sum, vectors in
      for i in ones.indices { sum += vectors[Int(ones[i])] }
    }
  }

  /// Writes the outputs to a row of `y`, for inputs that have a value where
  /// listed and are else 0; added up in the order of the list.
  func multiply(
    inputs: Span<Int32>, values: Span<Float>, into y: inout PackedRows,
    row: Int, rectifies: Bool
  ) {
    precondition(
      inputs.count == values.count,
      "\(values.count) values for \(inputs.count) inputs"
    )
    writePanels(of: &y, row: row, rectifies: rectifies) { sum, vectors in
      for i in inputs.indices { sum += values[i] * vectors[Int(inputs[i])] }
    }
  }

  @inline(__always)
  private func writePanels(
    of y: inout PackedRows, row: Int, rectifies: Bool,
    _ add: (_ sum: inout Vector, _ vectors: Span<Vector>) -> Void
  ) {
    let (biases, weights) = (biases.span, weights.span)
    var y = y.panels.mutableSpan
    for panel in biases.indices {
      var sum = biases[panel]
      add(&sum, weights.extracting(panel * inputs..<(panel + 1) * inputs))
      y[row * biases.count + panel] = PackedRows.Panel(
        rectifies ? sum.rectified : sum
      )
    }
  }

  /// Writes the outputs of the rows of `x` from `first` on to those of `y`,
  /// rectified if asked for.
  ///
  /// Each output is added up from the bias and the first input to the last, so
  /// that its bits depend neither on the vectors' width nor on other rows. Two
  /// rows at a time: their sums fill the registers, and each vector of weights
  /// is read once for both.
  ///
  /// - Complexity: O(rows · inputs · outputs).
  package func multiply(
    _ x: PackedRows, into y: inout PackedRows, from first: Int = 0,
    rectifies: Bool = false
  ) {
    precondition(
      x.width == inputs && y.width == outputs && x.count == y.count
        && 0...x.count ~= first,
      "\(x.count) rows of \(x.width) from \(first) on to \(y.count) of "
        + "\(y.width) by a matrix of \(inputs)×\(outputs)"
    )
    let (rows, width) = (x.count, x.panelsPerRow)
    let (x, biases, weights) = (x.panels.span, biases.span, weights.span)
    var y = y.panels.mutableSpan
    for row in stride(from: first, to: rows, by: 2) {
      // The last of an odd number of rows is its own companion.
      let other = min(row + 1, rows - 1)
      let u = x.extracting(row * width..<(row + 1) * width)
      let v = x.extracting(other * width..<(other + 1) * width)
      for panel in biases.indices {
        let weights = weights.extracting(panel * inputs..<(panel + 1) * inputs)
        var (a, b) =
          switch outputs - panel * Vector.scalarCount {
          case ...FourSums.count:
            multiply(u, v, by: weights, from: FourSums(biases[panel]))
          case ...TwelveSums.count:
            multiply(u, v, by: weights, from: TwelveSums(biases[panel]))
          default: multiply(u, v, by: weights, from: biases[panel])
          }
        if rectifies { (a, b) = (a.rectified, b.rectified) }
        y[other * biases.count + panel] = PackedRows.Panel(b)
        y[row * biases.count + panel] = PackedRows.Panel(a)
      }
    }
  }

  /// Returns one panel of the products of two rows, `u` and `v`, each added up
  /// from the biases on.
  @inline(__always)
  private func multiply<Sums: VectorSums>(
    _ u: Span<PackedRows.Panel>, _ v: Span<PackedRows.Panel>,
    by weights: Span<Vector>, from biases: Sums
  ) -> (Vector, Vector) {
    precondition(u.count == v.count, "rows of \(u.count) and \(v.count) panels")
    var (a, b) = (biases, biases)
    // Whole panels first: no index below a known count needs a check.
    let width = Vector.scalarCount
    let whole = weights.count / width
    for panel in 0..<whole {
      let vectors = weights.extracting(panel * width..<panel * width + width)
      for lane in 0..<width {
        a.add(u[panel][lane], times: vectors[lane])
        b.add(v[panel][lane], times: vectors[lane])
      }
    }
    let rest = weights.extracting(whole * width..<weights.count)
    for lane in rest.indices {
      a.add(u[whole][lane], times: rest[lane])
      b.add(v[whole][lane], times: rest[lane])
    }
    return (a.vector, b.vector)
  }
}
