public import Checkpoints
public import Evaluation
internal import NeuralNetwork
internal import TicTacToe

/// One evaluation of a policy while it learns.
public struct Metrics: Sendable {
  public let effort: Provenance.Effort
  public let updates: Int

  /// The mean entropy of the policy over all decision positions, in nats; nil
  /// where not all are judged.
  public let entropy: Double?

  /// Every figure; nil where walks alone judge the policy.
  public let proof: Proof?

  /// What is proven; nil if nothing is.
  public let verdict: Verdict?

  /// The positions walked, where walks judge the policy.
  public let walked: Int?

  /// The bad moves named and unlearned up to here; nil if the learner is told
  /// of none.
  public let unlearning: Unlearning?

  private let judgment: Judgment

  init(
    effort: Provenance.Effort, updates: Int, judgment: Judgment,
    unlearning: Unlearning?
  ) {
    self.unlearning = unlearning
    self.effort = effort
    self.updates = updates
    self.judgment = judgment
    verdict = judgment.verdict
    switch judgment {
    case .exact(let table, let proof):
      self.proof = proof
      entropy = table.meanEntropy
      walked = nil
    case .walked(let walks, let proof):
      self.proof = proof
      entropy = nil
      walked = walks.evaluations
    }
  }

  /// Whether a goal is proven here.
  public func reaches(_ goal: Goal) -> Bool { judgment.reaches(goal) }

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
    ]
    if let entropy {
      members.append(
        .init(key: "entropy", value: JSON(entropy.rounded(toPlaces: 6)))
      )
    }
    if let proof {
      members += [
        .init(
          key: "nashConv",
          value: JSON(proof.sampled.nashConv.rounded(toPlaces: 6))
        ),
        .init(key: "blunders", value: JSON(proof.blunders.count)),
      ]
    }
    if let walked { members.append(.init(key: "walked", value: JSON(walked))) }
    members += [
      .init(
        key: "verdict", value: verdict.map { JSON($0.rawValue) } ?? .null
      ),
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

extension PolicyTable {
  /// The mean entropy over all decision positions, in nats.
  fileprivate var meanEntropy: Double {
    var sum = 0.0
    var positions = 0
    for node in graph.decisions {
      positions += graph.multiplicities[node]
      let multiplicity = Double(graph.multiplicities[node])
      for edge in graph.edges(of: node) {
        let p = probabilities[edge]
        if p.isNormal { sum -= multiplicity * Double(p * .log(p)) }
      }
    }
    return sum / Double(positions)
  }
}

extension Double {
  fileprivate func rounded(toPlaces places: Int) -> Double {
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    return (self * scale).rounded() / scale
  }
}
