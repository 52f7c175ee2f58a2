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
    // The row of each decision's view, and the symmetry that leads there.
    var rows: [(row: Int, symmetry: Int)] = []
    rows.reserveCapacity(graph.decisions.count)
    var views = PositionIndex()
    var batch = Batch()
    for node in graph.decisions {
      let (view, symmetry) = encoding.view(of: positions[node])
      let row = views.insert(view)
      if row == batch.count { encoding.append(view, to: &batch) }
      rows.append((row, symmetry))
    }
    network.evaluate(&batch)
    // Both of shape [views, squares].
    var outputs: [Float] = []
    outputs.reserveCapacity(batch.count * squares)
    for row in 0..<batch.count { outputs += batch.outcomes(ofRow: row) }
    let powers = powers(of: outputs, legal: views.positions.map(\.legalMask))
    var probabilities: [Float] = []
    var logits: [Float] = []
    probabilities.reserveCapacity(graph.successors.count)
    logits.reserveCapacity(graph.successors.count)
    for (node, (row, symmetry)) in zip(graph.decisions, rows) {
      let edges = graph.edges(of: node)
      // The images of a position share their exponentials, but not the sums:
      // these go by the squares of each, as in `probabilities(in:)`.
      var total: Float = 0
      for edge in edges {
        let move = graph.move(along: edge)
        let image = encoding.group.image(of: move, under: symmetry).index
        logits.append(outputs[row * squares + image])
        probabilities.append(powers[row * squares + image])
        total += powers[row * squares + image]
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
