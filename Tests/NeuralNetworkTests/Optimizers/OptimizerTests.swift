import NeuralNetwork
import Testing

@Suite struct OptimizerTests {
  private func gradients(_ step: Int) -> [Float] {
    (0..<5).map { Float(($0 * 7 + step * 3) % 11) / 5 - 1 }
  }

  @Test func `Adam agrees with algorithm 1 in Double over 100 steps`() {
    var optimizer: any Optimizer = Adam(learningRate: 0.01, parameterCount: 5)
    var network = Network(sizes: [1, 5], hasBiases: false)
    var (theta, m, v) = ([Double](repeating: 0, count: 5), [0.0], [0.0])
    m = theta
    v = theta
    var (power1, power2) = (1.0, 1.0)
    for step in 0..<100 {
      let g = gradients(step)
      network.step(against: g, by: &optimizer)
      power1 *= 0.9
      power2 *= 0.999
      for i in 0..<5 {
        m[i] = 0.9 * m[i] + 0.1 * Double(g[i])
        v[i] = 0.999 * v[i] + 0.001 * Double(g[i]) * Double(g[i])
        let corrected = (v[i] / (1 - power2)).squareRoot()
        theta[i] -= 0.01 * m[i] / (1 - power1) / (corrected + 1e-8)
      }
      for i in 0..<5 {
        #expect(abs(Double(network.parameters[i]) - theta[i]) < 1e-5)
      }
    }
  }

  @Test func `SGD steps against the gradient`() {
    var optimizer: any Optimizer = SGD(learningRate: 0.5)
    var network = Network(sizes: [1, 5], hasBiases: false)
    network.step(against: gradients(0), by: &optimizer)
    #expect(network.parameters == gradients(0).map { -0.5 * $0 })
  }
}
