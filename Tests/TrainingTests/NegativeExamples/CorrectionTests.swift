import Evaluation
import NeuralNetwork
import Players
import TestSupport
import Testing
import TicTacToe
import Training

@Suite struct CorrectionTests {
  // A policy that has learned a little, and every position it misplays.
  private static let weak: NetworkPolicy = {
    var recipe = PolicyGradient.Recipe().withoutNegatives
    recipe.hidden = 32
    recipe.games = 2000
    recipe.learningRate = 0.02
    var learner = PolicyGradient(recipe: recipe, seed: 5)
    while learner.games < 2000 { try? learner.update() }
    return learner.policy
  }()

  private func mistakes(_ count: Int) throws -> [Mistake] {
    let table = PolicyTable(of: CorrectionTests.weak)
    let solution = Board.ticTacToe.solution
    let blunders = solution.graph.decisions.filter {
      !solution.optimalMoves[$0].contains(table.greedyMove($0), in: .ticTacToe)
    }
    return try blunders.prefix(count).map {
      try Mistake(table.greedyMove($0), in: solution.graph.positions[$0])
    }
  }

  @Test func `a mistake is fixed at once, and little else breaks`() throws {
    let mistakes = try mistakes(1)
    let correction = try Correction(
      of: CorrectionTests.weak,
      mistakes: mistakes
    )
    #expect(correction.isComplete && correction.steps > 0)
    let table = PolicyTable(of: correction.policy)
    let space = Board.ticTacToe.states
    for mistake in mistakes {
      let number = try #require(space.node(of: mistake.position))
      #expect(table.greedyMove(number) != mistake.move)
    }
    let before = try #require(correction.before.misplayed)
    let after = try #require(correction.after.misplayed)
    let comparison = try #require(correction.comparison)
    #expect(before - comparison.fixed.count + comparison.broken.count == after)
    #expect(comparison.broken.count < 150)
  }

  @Test func `it is the run that the command makes`() throws {
    let mistakes = try mistakes(2)
    let correction = try Correction(
      of: CorrectionTests.weak,
      mistakes: mistakes
    )
    var recipe = NegativeExamples.Recipe()
    recipe.source = .file
    let options = RunOptions(
      seed: 1,
      goal: .corrected,
      recipe: recipe,
      start: .init(name: "weak", policy: CorrectionTests.weak),
      mistakes: .init(name: "m.txt", mistakes: mistakes)
    )
    #expect(
      options.command == "noughts train --method negatives --seed 1 --until "
        + "corrected --continue weak --mistakes m.txt"
    )
    var run = TrainingRun(options)
    while !run.isDone { _ = try run.advance() }
    #expect(run.policy == correction.policy)
    let saved = run.checkpoint(version: "t")
    let resumed = try TrainingRun(checkpoint: saved)
    #expect(resumed.checkpoint(version: "t") == saved)
    #expect(resumed.options == options)
  }

  @Test func `nothing to correct changes nothing`() throws {
    let table = PolicyTable(of: CorrectionTests.weak)
    let greedy = table.greedyMove(0)
    let other = try #require(Position().legalMoves.first { $0 != greedy })
    let isImage = Board.ticTacToe.group.symmetries.indices.contains {
      Board.ticTacToe.group.image(of: other, under: $0) == greedy
    }
    try #require(!isImage)
    let correction = try Correction(
      of: CorrectionTests.weak,
      mistakes: [Mistake(other, in: Position())]
    )
    #expect(correction.steps == 0)
    #expect(correction.policy == CorrectionTests.weak)
  }

  @Test(arguments: ["3x2:3", "5x4:3"])
  func `on a bigger board a mistake is unlearned and the walk tells`(
    text: String
  ) throws {
    let board = Board(try Rules(text))
    var rng = SeededGenerator(seed: 1)
    let encoding = Encoding.planes(board.rules)
    let squares = board.rules.squareCount
    let policy = NetworkPolicy(
      name: "weak", encoding: encoding,
      network: Network(
        sizes: [encoding.inputCount, 8, squares], activeInputs: squares,
        using: &rng
      )
    )
    var position = Position(rules: board.rules)
    try position.play(Square(0))
    var player: any Policy = TemperedPolicy(policy)
    let move = try #require(player.move(in: position, using: &rng))
    let correction = try Correction(
      of: policy, on: board, mistakes: [Mistake(move, in: position)]
    )
    #expect(correction.isComplete && correction.steps > 0)
    #expect(correction.comparison == nil && correction.after.misplayed == nil)
    #expect(correction.after.verdict != nil)
    #expect((correction.after.walked ?? 0) > 0)
    player = TemperedPolicy(correction.policy)
    #expect(player.move(in: position, using: &rng) != move)
  }
}
