internal import Evaluation
internal import NeuralNetwork
internal import TicTacToe

extension PolicyTable {
  /// The relative entropy Σ p log(p / q) of a model's moves from these, in nats,
  /// the mean over the positions that games of this policy with itself visit,
  /// as often as they do: exact, over every line of play.
  ///
  /// Kullback & Leibler (1951). What a model gives less than 10⁻³⁰ counts as
  /// that.
  ///
  /// - Complexity: O(positions · squares).
  func relativeEntropy(of model: PolicyTable) -> Double {
    var reach = [Double](repeating: 0, count: space.outcomes.count)
    reach[0] = 1
    var (sum, visits) = (0.0, 0.0)
    for number in space.decisions where reach[number] > 0 {
      visits += reach[number]
      for edge in space.edges(of: number) where probabilities[edge] > 0 {
        let p = probabilities[edge]
        let q = max(model.probabilities[edge], 1e-30)
        let share = reach[number] * Double(p)
        sum += share * Double(Float.log(p) - .log(q))
        reach[Int(space.successors[edge])] += share
      }
    }
    return sum / visits
  }
}
