import Checkpoints
import Evaluation
import TicTacToe

extension PolicyReport {
  /// The figures for other programs. `greedy` is null for a player that draws
  /// its moves.
  func figures(_ rules: Rules) -> KeyValuePairs<String, JSON> {
    [
      "verdict": JSON(verdict.rawValue),
      "greedy": isDeterministic ? proof.greedy.json : .null,
      "sampled": proof.sampled.json,
      "losingLines": [
        "asX": JSON(losingLinesAsX.count), "asO": JSON(losingLinesAsO.count),
      ],
      "blunders": [
        "count": JSON(misplayed),
        "positions": JSON(proof.blunders.positions),
        "mass": JSON(proof.blunders.mass),
      ],
      "margin": proof.blunders.margin.map { JSON($0) } ?? .null,
      "finish": [
        "missedWins": finish.missedWins.json,
        "slowerWins": finish.slowerWins.json,
        "hastenedLosses": finish.hastenedLosses.json,
      ],
      "against": [
        "random": againstRandom.json, "perfect": againstPerfect.json,
      ],
      "refutation": refutation.map { $0.json(rules) } ?? .null,
    ]
  }
}

extension BestResponse {
  fileprivate var json: JSON {
    ["asX": JSON(asX), "asO": JSON(asO), "nashConv": JSON(nashConv)]
  }
}

extension Finish.Tally {
  fileprivate var json: JSON {
    ["expected": JSON(expected), "positions": JSON(positions)]
  }
}

extension PolicyReport.BothSeats {
  fileprivate var json: JSON { ["asX": asX.json, "asO": asO.json] }
}

extension ExpectedResult {
  fileprivate var json: JSON {
    ["win": JSON(win), "draw": JSON(draw), "loss": JSON(loss)]
  }
}
