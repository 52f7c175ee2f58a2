import NeuralNetwork
import Players
import Training

extension Learner {
  var network: Network { policy.network }
}
