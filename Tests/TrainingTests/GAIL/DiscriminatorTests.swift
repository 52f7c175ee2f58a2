import NeuralNetwork
import Players
import TestSupport
import Testing
import TicTacToe

@testable import Training

@Suite struct DiscriminatorTests {
  typealias Form = Discriminator.Form
  typealias Pair = Discriminator.Pair

  // A discriminator with an opinion: its weights are large.
  static func sample(_ form: Form, hidden: Int = 6) -> Discriminator {
    var rng = SeededGenerator(seed: 3)
    var result = Discriminator(form, hidden: hidden, using: &rng)
    for i in result.network.parameters.indices {
      result.network.parameters[i] = 2 * rng.nextUnit() - 1
    }
    return result
  }

  static let boards = [
    "X../.O./...", "XO./.../...", "X.O/.X./O..", ".../.../...",
  ].compactMap { try? Position($0) }

  static func pairs(seed: UInt64, weight: Float = 1) -> [Pair] {
    var rng = SeededGenerator(seed: seed)
    return boards.map { board in
      Pair(
        board,
        OutcomeVector(count: 9) { _ in rng.nextUnit() },
        weight: weight * (0.5 + rng.nextUnit())
      )
    }
  }

  @Test(arguments: Form.allCases)
  func `the gradient by the vector is the central difference`(form: Form) {
    let judge = DiscriminatorTests.sample(form)
    let pairs = DiscriminatorTests.pairs(seed: 1)
    let slopes: [Float] = [1, -0.5, 2, 0.25]
    let gradients = judge.vectorGradients(
      of: judge.examine(pairs),
      byScores: slopes
    )
    for (row, pair) in pairs.enumerated() {
      let expected = centralDifferences(
        of: { vector in
          let other = Pair(pair.board, OutcomeVector(vector))
          return Double(slopes[row] * judge.examine([other]).scores[0])
        },
        at: Array(pair.vector)
      )
      #expect(largestError(Array(gradients[row]), expected) < 1e-3)
      #expect(gradients[row].contains { abs($0) > 0.01 })
    }
  }

  @Test(
    arguments: [
      (Form.projection, 0), (.projection, 0.7), (.concatenating, 0),
      (.vectorOnly, 0),
    ] as [(Form, Float)]
  )
  func `the gradient by every parameter is that of loss and penalty`(
    form: Form,
    penalty: Float
  ) {
    let judge = DiscriminatorTests.sample(form)
    let truths = DiscriminatorTests.pairs(seed: 1)
    let forged = DiscriminatorTests.pairs(seed: 2, weight: 3)
    func mean(_ losses: [Float], _ pairs: [Pair]) -> Double {
      let sum = pairs.reduce(0) { $0 + Double($1.weight) }
      return zip(losses, pairs).reduce(0) {
        $0 + Double($1.0) * Double($1.1.weight) / sum
      }
    }
    let expected = centralDifferences(
      of: { parameters in
        var other = judge
        other.network.parameters = parameters
        let seen = (other.examine(truths), other.examine(forged))
        var sum =
          mean(
            seen.0.scores.map { ScoreLoss.logistic($0, label: 0.9).value },
            truths
          )
          + mean(
            seen.1.scores.map { ScoreLoss.logistic($0, label: 0).value },
            forged
          )
        guard penalty > 0 else { return sum }
        // The derivative of the score by the vector, found without h.
        for pair in truths {
          for i in 0..<9 {
            let unit = Pair(
              pair.board,
              OutcomeVector(count: 9) {
                $0 == i ? 1 : 0
              }
            )
            let slope = Double(other.examine([unit]).scores[0])
            sum += Double(penalty) / 2 * slope * slope / Double(truths.count)
          }
        }
        return sum
      },
      at: judge.network.parameters
    )
    let seen = judge.examine(truths + forged)
    let gradient = judge.gradient(
      of: seen,
      byScores: judge.scoreGradients(
        of: seen,
        truths: truths.count,
        smoothing: 0.1
      ),
      penalty: penalty,
      ofFirst: truths.count
    )
    #expect(largestError(gradient, expected) < 3e-3)
    #expect(gradient.contains { abs($0) > 0.05 })
  }

  @Test(arguments: Form.allCases)
  func `it learns to tell true pairs from forged ones`(form: Form) throws {
    var rng = SeededGenerator(seed: 5)
    var judge = Discriminator(form, hidden: 16, using: &rng)
    // True is the lowest free square; blind to the board, the first square.
    let boards = Board.ticTacToe.states.decisionPositions.prefix(60)
    func pair(_ board: Position, _ square: Square) -> Pair {
      Pair(board, .one(square.index, of: 9))
    }
    let truths = boards.map { pair($0, $0.legalMoves.min()!) }
    let forged = boards.map { pair($0, $0.legalMoves.max()!) }
    func accuracy() -> Double {
      judge.accuracy(of: judge.examine(truths + forged), truths: truths.count)
    }
    let before = accuracy()
    for _ in 0..<100 {
      try judge.learn(true: truths, forged: forged, learningRate: 0.01)
    }
    #expect(before < 0.8)
    #expect(accuracy() > 0.95)
  }

  @Test func `one form is blind to the board`() {
    let (a, b) = (DiscriminatorTests.boards[0], DiscriminatorTests.boards[1])
    let vector = OutcomeVector.one(4, of: 9)
    for form in Form.allCases {
      let judge = DiscriminatorTests.sample(form)
      let scores = judge.examine([Pair(a, vector), Pair(b, vector)]).scores
      #expect((scores[0] == scores[1]) == (form == .vectorOnly))
    }
  }

  @Test func `what it has no opinion on is half right`() {
    var judge = DiscriminatorTests.sample(.projection)
    for i in judge.network.parameters.indices {
      judge.network.parameters[i] = 0
    }
    let seen = judge.examine(DiscriminatorTests.pairs(seed: 1))
    #expect(abs(judge.accuracy(of: seen, truths: 1) - 0.5) < 1e-6)
  }

  @Test func `a penalty on another form traps`() async {
    let result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      var judge = DiscriminatorTests.sample(.concatenating)
      let pairs = DiscriminatorTests.pairs(seed: 1)
      try? judge.learn(
        true: pairs,
        forged: pairs,
        learningRate: 0.1,
        penalty: 1
      )
    }
    #expect(errors(result).contains("a penalty of 1.0 on "))
  }
}
