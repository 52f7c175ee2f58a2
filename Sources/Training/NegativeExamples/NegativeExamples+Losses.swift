internal import NeuralNetwork
internal import Players
internal import TicTacToe

extension NegativeExamples {
  /// The losses of a batch's first rows, one a row.
  func losses(
    _ rows: [Lesson],
    _ batch: Batch,
    _ policies: [Categorical],
    using rng: inout some RandomNumberGenerator
  ) -> [Loss] {
    if recipe.cost == .quadratic {
      return rows.indices.map {
        quadratic(rows[$0].view, batch.outputs(ofRow: $0))
      }
    }
    switch recipe.lesson {
    case .bad:
      return recipe.loss.losses(
        of: Array(policies.prefix(rows.count)),
        bad: rows.map(\.view.bad),
        old: rows.map(\.old),
        using: &rng
      )
    case .good:
      return zip(policies, rows).map { policy, row in
        .crossEntropy(of: policy, toSet: row.view.good)
      }
    case .uniform:
      return zip(policies, rows).map { policy, row in
        let good = row.view.good
        let share = 1 / Float(good.nonzeroBitCount)
        return .crossEntropy(
          of: policy,
          target: OutcomeVector(count: 9) { good >> $0 & 1 == 1 ? share : 0 }
        )
      }
    case .both:
      return zip(policies, rows).map { policy, row in
        let good = row.view.good
        let bad = row.view.bad
        let losses =
          (good == 0 ? [] : [Loss.crossEntropy(of: policy, toSet: good)])
          + (bad == 0 ? [] : [Loss.setUnlikelihood(of: policy, bad: bad)])
        return losses.dropFirst().reduce(losses[0], +)
      }
    }
  }

  /// The loss of the historical network, on outputs that do not compete.
  private func quadratic(
    _ view: LabelledView,
    _ outputs: [Float]
  ) -> Loss {
    func target(_ moves: UInt64) -> OutcomeVector {
      OutcomeVector(count: outputs.count) { moves >> $0 & 1 == 1 ? 1 : 0 }
    }
    let legal = view.position.legalMask
    guard recipe.lesson == .bad else {
      return .quadratic(
        ofLogits: outputs,
        target: target(view.good),
        over: legal
      )
    }
    if recipe.loss == .ascent {
      return .quadratic(
        ofLogits: outputs,
        target: target(view.bad),
        over: legal
      ).scaled(by: -1)
    }
    return .quadratic(ofLogits: outputs, target: target(0), over: view.bad)
  }
}
