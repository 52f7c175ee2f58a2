import Evaluation
import NeuralNetwork
import Players
import TestSupport
import Testing
import TicTacToe
import Training

@Suite struct NegativeExamplesTests {
  typealias Recipe = NegativeExamples.Recipe

  private func trained(
    steps: Int = 150,
    seed: UInt64 = 1,
    _ change: (inout Recipe) -> Void = { _ in }
  ) throws -> NegativeExamples {
    var recipe = Recipe()
    recipe.hidden = 32
    recipe.batch = 32
    recipe.learningRate = 0.01
    change(&recipe)
    var learner = NegativeExamples(
      recipe: recipe,
      seed: seed,
      examples: NegativeExamples.examples(for: recipe, seed: seed)
    )
    for _ in 0..<steps { try learner.update() }
    return learner
  }

  private func blunders(_ learner: NegativeExamples) -> Int {
    Blunders(of: PolicyTable(of: learner.policy)).count
  }

  @Test(arguments: NegativeLoss.allCases)
  func `every loss but ascent teaches`(loss: NegativeLoss) throws {
    let end = try blunders(trained(steps: 100) { $0.loss = loss })
    switch loss {
    case .ascent, .complementaryAscent: #expect(end > 900, "\(loss): \(end)")
    case .ascentFloor, .reward, .negativePreference, .complementaryUnbiased:
      #expect(end < 1300, "\(loss): \(end)")
    default: #expect(end < 800, "\(loss): \(end)")
    }
  }

  @Test func `untaught it blunders`() throws {
    #expect(try blunders(trained(steps: 0)) > 1400)
  }

  @Test(arguments: [Recipe.Supervision.good, .uniform, .both])
  func `the controls learn`(supervision: Recipe.Supervision) throws {
    #expect(try blunders(trained { $0.supervision = supervision }) < 800)
  }

  @Test func `a table learns`() throws {
    let learner = try trained(steps: 300) {
      $0.model = .table
      $0.learningRate = 0.1
    }
    #expect(blunders(learner) < 100)
  }

  @Test func `the same seed gives the same weights, another seed others`()
    throws
  {
    let one = try trained(steps: 20)
    #expect(try trained(steps: 20).network == one.network)
    #expect(try trained(steps: 20, seed: 2).network != one.network)
  }

  @Test func `the historical network learns from what is good`() throws {
    let learner = try trained(steps: 300) {
      $0.head = .sigmoid
      $0.cost = .quadratic
      $0.supervision = .good
    }
    #expect(blunders(learner) < 1000)
    let policy = learner.policy
    let p = policy.probabilities(in: Position())
    #expect(abs(p.reduce(0, +) - 1) < 1e-5)
  }

  @Test func `an anchor holds by the mean over its positions`() throws {
    let start = try trained(steps: 0).policy
    var recipe = Recipe()
    (recipe.optimizer, recipe.learningRate) = (.sgd, 0.1)
    let examples = NegativeExamples.examples(for: recipe, seed: 1).suffix(5)
    // The first step leaves the old policy, the second is held by it.
    func weights(_ anchors: [Position]) throws -> [Float] {
      var learner = NegativeExamples(
        recipe: recipe,
        seed: 1,
        examples: Array(examples),
        start: start,
        anchors: anchors
      )
      for _ in 0..<2 { try learner.update() }
      return learner.network.parameters
    }
    let (p, q) = (Position(), Position().playing(Square(4)))
    let (one, other) = try (weights([p]), weights([q]))
    let both = try weights([p, q])
    let apart = zip(one, other).map { abs($0 - $1) }.max() ?? 0
    let off = both.indices.map { abs(both[$0] - (one[$0] + other[$0]) / 2) }
    #expect(apart > 1e-4)
    #expect(off.max() ?? 1 < apart / 100)
  }

  @Test func `weights beyond their bound are a divergence`() {
    #expect(throws: Divergence.self) {
      _ = try trained {
        $0.optimizer = .sgd
        $0.learningRate = 1e9
      }
    }
  }

  // Through 16 layers small weights make gradients beyond their bound.
  @Test(arguments: [Float(0.006), 10])
  func `a deep policy that cannot be trained further is a divergence`(
    learningRate: Float
  ) {
    var network = Network(sizes: [18] + [Int](repeating: 1, count: 15) + [9])
    network.parameters = network.parameters.map { _ in 50 }
    let start = NetworkPolicy(
      name: "deep",
      encoding: .planes(),
      network: network
    )
    var recipe = PolicyGradient.Recipe.allActions.withoutNegatives
    recipe.learningRate = learningRate
    recipe.games = 4000
    var learner = PolicyGradient(recipe: recipe, seed: 1, start: start)
    #expect(throws: Divergence.self) {
      for _ in 0..<50 { try learner.update() }
    }
  }

  @Test func `labels are drawn`() throws {
    let few = try trained(steps: 0) { $0.labels = 100 }.mistakesLeft
    #expect(few.map { $0 <= 100 } == true)
    let all = try trained(steps: 0).mistakesLeft
    #expect(all.map { $0 > 100 } == true)
  }

  @Test func `no examples trap`() async {
    let result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = NegativeExamples(recipe: Recipe(), seed: 1, examples: [])
    }
    #expect(errors(result).contains("learning from no examples"))
  }

  @Test func `an example of every move traps`() async {
    let result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = NegativeExample(position: Position(), bad: Position().empty)
    }
    #expect(errors(result).contains("in .../.../..."))
  }
}
