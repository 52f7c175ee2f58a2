import NeuralNetwork
import TestSupport
import Testing

@Suite struct ComplementaryRiskTests {
  // The risk of each class and the whole, in Double, as the papers write it.
  private func risks(
    _ rows: [[Double]],
    legal: [UInt64],
    labels: [Int]
  ) -> [Double] {
    rows[0].indices.map { k in
      var risk = 0.0
      for (row, label) in labels.enumerated() where legal[row] >> k & 1 == 1 {
        let loss = -logarithm(softmax(rows[row], legal: legal[row])[k])
        let others = Double(legal[row].nonzeroBitCount - 1)
        risk += loss - (k == label ? others * loss : 0)
      }
      return risk
    }
  }

  private struct Sample {
    var logits: [[Float]]
    var legal: [UInt64]
    var labels: [Int]

    var policies: [Categorical] {
      zip(logits, legal).map { Categorical(logits: $0, legal: $1) }
    }
  }

  private func sample(_ seed: UInt64) -> Sample {
    var rng = SplitMix64(state: seed)
    let legal: [UInt64] = (0..<3).map { _ in 0b11 | 4 << (rng.next() % 3) }
    return Sample(
      logits: legal.map { _ in rng.uniform(3, count: 5) },
      legal: legal,
      labels: legal.map { mask in
        (0..<5).filter { mask >> UInt64($0) & 1 == 1 }.randomElement(
          using: &rng
        ) ?? 0
      }
    )
  }

  private func total(_ risk: ComplementaryRisk, _ r: [Double]) -> Double {
    switch risk {
    case .unbiased: r.reduce(0, +)
    case .nonNegative: r.map { max($0, 0) }.reduce(0, +)
    case .gradientAscent:
      r.allSatisfy { $0 >= 0 }
        ? r.reduce(0, +) : -r.map { min($0, 0) }.reduce(0, +)
    }
  }

  @Test(arguments: [ComplementaryRisk.unbiased, .nonNegative, .gradientAscent])
  func `the gradient is that of the risk`(_ risk: ComplementaryRisk) {
    var negative = 0
    for seed in UInt64(1)...40 {
      let sample = sample(seed)
      let flat = sample.logits.flatMap { $0.map(Double.init) }
      let value = { (flat: [Double]) in
        let rows = (0..<3).map { Array(flat[$0 * 5..<$0 * 5 + 5]) }
        return risks(rows, legal: sample.legal, labels: sample.labels)
      }
      if value(flat).contains(where: { $0 < 0 }) { negative += 1 }
      let losses = risk.losses(of: sample.policies, labels: sample.labels)
      let slopes = centralDifferences(of: { total(risk, value($0)) }, at: flat)
      #expect(largestError(losses.flatMap(\.gradient), slopes) < 2e-5)
      let sum = losses.reduce(0) { $0 + Double($1.value) }
      #expect(abs(sum - total(risk, value(flat))) < 2e-4)
    }
    #expect(5...35 ~= negative, "both signs are met")
  }

  @Test func `unbiased: over all wrong labels it is the ordinary risk`() {
    let policy = Categorical(logits: [0.5, -1, 2, 0], legal: 0b1111)
    let right = 2
    let mean =
      [0, 1, 3].map { label in
        ComplementaryRisk.unbiased.losses(of: [policy], labels: [label])[0]
          .value
      }.reduce(0, +) / 3
    #expect(abs(mean + policy.logProbabilities[right]) < 1e-5)
  }

  @Test func `a label too few and an illegal one trap`() async {
    await #expect(processExitsWith: .failure) {
      let policy = Categorical(logits: [0, 0], legal: 0b11)
      _ = ComplementaryRisk.unbiased.losses(of: [policy], labels: [])
    }
    await #expect(processExitsWith: .failure) {
      let policy = Categorical(logits: [0, 0], legal: 0b01)
      _ = ComplementaryRisk.unbiased.losses(of: [policy], labels: [1])
    }
  }
}
