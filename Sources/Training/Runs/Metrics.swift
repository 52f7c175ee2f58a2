public import Checkpoints
public import Evaluation
internal import NeuralNetwork
internal import TicTacToe

/// One evaluation of a policy while it learns.
public struct Metrics: Sendable, Equatable {
  public let effort: Provenance.Effort
  public let updates: Int

  /// The mean entropy of the policy over all decision positions, in nats.
  public let entropy: Double

  public let proof: Proof

  /// The bad moves named and unlearned up to here; nil if the learner is told
  /// of none.
  public let unlearning: Unlearning?

  init(
    effort: Provenance.Effort, updates: Int, table: PolicyTable, proof: Proof,
    unlearning: Unlearning?
  ) {
    self.unlearning = unlearning
    self.effort = effort
    self.updates = updates
    self.proof = proof
    let graph = table.graph
    var sum = 0.0
    for node in graph.decisions {
      let multiplicity = Double(graph.multiplicities[node])
      for edge in graph.edges(of: node) {
        let p = table.probabilities[edge]
        if p.isNormal { sum -= multiplicity * Double(p * .log(p)) }
      }
    }
    entropy = sum / Double(proof.blunders.positions)
  }

  /// The line of `metrics.jsonl`, without the line feed.
  ///
  /// - Parameters:
  ///   - seconds: The seconds of training so far.
  ///   - written: The files that a finished run wrote.
  public func line(
    seconds: Double, written: [(key: String, path: String)]? = nil
  ) -> [UInt8] {
    var members: [JSON.Member] = [
      effort.member,
      .init(key: "updates", value: JSON(updates)),
      .init(key: "entropy", value: JSON(entropy.rounded(toPlaces: 6))),
      .init(
        key: "nashConv",
        value: JSON(proof.sampled.nashConv.rounded(toPlaces: 6))
      ),
      .init(key: "blunders", value: JSON(proof.blunders.count)),
      .init(key: "verdict", value: JSON(proof.verdict.rawValue)),
      .init(key: "seconds", value: JSON(seconds.rounded(toPlaces: 3))),
    ]
    if let unlearning {
      members.append(.init(key: Unlearning.key, value: unlearning.json))
    }
    if let written {
      members.append(.init(key: "done", value: JSON(true)))
      members += written.map { .init(key: $0.key, value: JSON($0.path)) }
    }
    return JSONWriter.line(.object(members))
  }
}

extension Double {
  fileprivate func rounded(toPlaces places: Int) -> Double {
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    return (self * scale).rounded() / scale
  }
}
