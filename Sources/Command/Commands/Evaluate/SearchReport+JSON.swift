import Checkpoints
import Evaluation
import TicTacToe

extension SearchReport {
  /// The figures for other programs; what cannot be had is null.
  func figures(_ rules: Rules) -> KeyValuePairs<String, JSON> {
    let interval = samples.interval
    return [
      "verdict": proof.verdict.map { JSON($0.rawValue) } ?? .null,
      "walks": .array(proof.walks.map(\.json)),
      "blunders": [
        "count": JSON(samples.blunders),
        "positions": JSON(samples.count),
        "undecided": JSON(samples.undecided),
        "low": JSON(interval.lowerBound), "high": JSON(interval.upperBound),
        "sampled": JSON("random games, each stopped at a random ply"),
      ],
      "refutation": proof.refutation.map { $0.json(rules) } ?? .null,
    ]
  }
}

extension PolicyWalk {
  fileprivate var json: JSON {
    let word =
      switch result {
      case .kept: "kept"
      case .failed: "failed"
      case .undecided: "undecided"
      }
    return [
      "seat": JSON(seat.rawValue),
      "result": JSON(word),
      "positions": JSON(evaluations),
      "byPly": .array(positionsByPly.map { JSON($0) }),
      "checksum": JSON(checksumText),
    ]
  }
}
