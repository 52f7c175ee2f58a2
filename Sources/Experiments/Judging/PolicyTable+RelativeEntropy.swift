internal import Evaluation
internal import NeuralNetwork
internal import TicTacToe

extension PolicyTable {
  /// The relative entropy Σ p log(p / q) of a model's moves in a position from
  /// these, in nats. Kullback & Leibler (1951).
  ///
  /// A model's probability below 10⁻³⁰ counts as that.
  ///
  /// - Precondition: both tables are of one graph.
  /// - Complexity: O(squares).
  func relativeEntropy(of model: PolicyTable, in number: Int) -> Double {
    graph.edges(of: number).reduce(0) { sum, edge in
      let p = probabilities[edge]
      guard p > 0 else { return sum }
      let q = max(model.probabilities[edge], 1e-30)
      return sum + Double(p * (.log(p) - .log(q)))
    }
  }

  /// The mean over the positions of games of this policy with itself, weighted
  /// by their visits: exact, over every line of play.
  ///
  /// - Complexity: O(positions · squares).
  func relativeEntropy(of model: PolicyTable) -> Double {
    var reach = [Double](repeating: 0, count: graph.outcomes.count)
    reach[0] = 1
    var (sum, visits) = (0.0, 0.0)
    for number in graph.decisions where reach[number] > 0 {
      visits += reach[number]
      sum += reach[number] * relativeEntropy(of: model, in: number)
      for edge in graph.edges(of: number) {
        reach[Int(graph.successors[edge])] +=
          reach[number] * Double(probabilities[edge])
      }
    }
    return sum / visits
  }
}
