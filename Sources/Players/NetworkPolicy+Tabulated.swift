internal import NeuralNetwork
public import TicTacToe

extension NetworkPolicy {
  /// The probability and the logit of every move of a graph, both of shape
  /// [edges].
  ///
  /// - Complexity: one evaluation of all decisions; those that look the same to
  ///   the network are evaluated once.
  public func tabulated(
    in graph: StateGraph
  ) -> (probabilities: [Float], logits: [Float]?) {
    precondition(
      graph.rules == encoding.rules,
      "a policy for \(encoding.rules) in the positions of \(graph.rules)"
    )
    let squares = graph.rules.squareCount
    let positions = graph.positions
    let views = graph.views(by: encoding)
    // The row of each view in the batch, −1 where it is not one.
    var rows = [Int](repeating: -1, count: views.count)
    var legal: [UInt64] = []
    var batch = Batch()
    for node in graph.decisions {
      let view = Int(views[node])
      if rows[view] >= 0 { continue }
      rows[view] = batch.count
      encoding.append(positions[view], to: &batch)
      legal.append(positions[view].legalMask)
    }
    moveNetwork.evaluate(&batch)
    // Both of shape [views, squares].
    var outputs: [Float] = []
    outputs.reserveCapacity(batch.count * squares)
    for row in 0..<batch.count { outputs += batch.outcomes(ofRow: row) }
    let powers = powers(of: outputs, legal: legal)
    var probabilities: [Float] = []
    var logits: [Float] = []
    probabilities.reserveCapacity(graph.successors.count)
    logits.reserveCapacity(graph.successors.count)
    for node in graph.decisions {
      let start = squares * rows[Int(views[node])]
      let symmetry =
        encoding.isCanonical ? Int(graph.canonicalSymmetries[node]) : 0
      let edges = graph.edges(of: node)
      // The images of a position share their exponentials, but not the sums:
      // these go by the squares of each, as in `probabilities(in:)`.
      var total: Float = 0
      for edge in edges {
        let move = graph.move(along: edge)
        let image = encoding.group.image(of: move, under: symmetry).index
        logits.append(outputs[start + image])
        probabilities.append(powers[start + image])
        total += powers[start + image]
      }
      for edge in edges { probabilities[edge] /= total }
    }
    return (probabilities, logits)
  }

  /// The unnormalized probabilities of each view's moves, of shape
  /// [views, squares]: eᶻ, scaled so that the greatest is 1.
  private func powers(of outputs: [Float], legal: [UInt64]) -> [Float] {
    let squares = encoding.rules.squareCount
    var powers = [Float](repeating: 0, count: outputs.count)
    for (row, legal) in legal.enumerated() {
      let start = row * squares
      var greatest = -Float.infinity
      var least = Float.infinity
      for square in 0..<squares where legal >> square & 1 == 1 {
        let logit = head.logit(of: outputs[start + square])
        powers[start + square] = logit
        greatest = max(greatest, logit)
        least = min(least, logit)
      }
      precondition(
        (greatest - least).isFinite,
        "the legal logits go from \(least) to \(greatest)"
      )
      for square in 0..<squares where legal >> square & 1 == 1 {
        powers[start + square] = .exp(powers[start + square] - greatest)
      }
    }
    return powers
  }
}
