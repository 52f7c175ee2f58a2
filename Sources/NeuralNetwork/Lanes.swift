/// The weights and biases of a layer in vectors of 16 outputs, the last one
/// filled up with zeros: what a multiplication reads fastest.
struct Lanes {
  private typealias Vector = SIMD16<Float>

  private let inputs: Int
  private let outputs: Int

  /// Of shape [groups of outputs, inputs + 1]; the biases come first.
  private let vectors: [Vector]

  /// Copies a layer's parameters.
  init(of layer: Network.Layer, _ parameters: [Float]) {
    inputs = layer.inputs
    outputs = layer.outputs
    let parameters = parameters.span
    var vectors: [Vector] = []
    for start in stride(from: 0, to: layer.outputs, by: 16) {
      let width = min(16, layer.outputs - start)
      func vector(_ from: Int) -> Vector {
        var vector = Vector.zero
        for i in 0..<width { vector[i] = parameters[from + start + i] }
        return vector
      }
      vectors.append(
        layer.hasBiases ? vector(layer.biases.lowerBound) : .zero
      )
      for input in 0..<layer.inputs {
        vectors.append(vector(layer.weights(from: input).lowerBound))
      }
    }
    self.vectors = vectors
  }

  /// Writes the layer's outputs for one row of inputs; each is added up from
  /// the bias and the first input to the last, so that its bits do not depend
  /// on the vectors' width.
  @inline(__always)
  func multiply(
    _ x: Span<Float>,
    into y: inout MutableSpan<Float>,
    from start: Int
  ) {
    precondition(
      x.count == inputs && 0 <= start && start + outputs <= y.count,
      "\(x.count) inputs of \(inputs), outputs from \(start) in \(y.count)"
    )
    let vectors = vectors.span
    var first = 0
    for lane in stride(from: 0, to: outputs, by: 16) {
      var sum = vectors[first]
      for i in x.indices where x[i] != 0 {
        sum += x[i] * vectors[first &+ 1 &+ i]
      }
      for i in 0..<min(16, outputs - lane) { y[start + lane + i] = sum[i] }
      first += inputs + 1
    }
  }
}
