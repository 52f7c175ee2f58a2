import NeuralNetwork
import Players
import TestSupport
import Testing
import TicTacToe

@testable import Training

@Suite struct NegativeTrainerTests {
  /// A network with a likeliest move in each of some positions, and others to
  /// be held.
  private let policy: NetworkPolicy = {
    var rng = SplitMix64(state: 4)
    var network = Network(sizes: [18, 16, 9])
    network.parameters = rng.uniform(0.8, count: network.parameters.count)
    return NetworkPolicy(
      name: "t", encoding: .planes(isCanonical: false), network: network
    )
  }()

  private let anchors: [Position] =
    [0, 2, 4].map { Position().playing(Square($0)) }

  private func distribution(
    _ network: Network, _ position: Position
  ) -> Categorical {
    let policy = NetworkPolicy(
      name: "t", encoding: policy.encoding, network: network
    )
    return Categorical(
      logits: policy.logits(in: position), legal: position.legalMask
    )
  }

  /// The likeliest moves of some positions as bad ones.
  private var labels: [PartialLabels] {
    [[], [8], [1, 4], [4, 0, 8]].map { moves in
      let position = moves.reduce(Position()) { $0.playing(Square($1)) }
      let bad = distribution(policy.network, position).argmax
      return PartialLabels(position: position, bad: 1 << UInt64(bad))
    }
  }

  private func trained(
    _ labels: [PartialLabels], _ loss: NegativeLoss, floor: Float = 0.02,
    anchor: Float = 0, most: Int = 500, mostRows: Int = .max,
    mostAnchors: Int = .max
  ) throws -> NegativeTrainer {
    var recipe = PolicyGradient.Recipe()
    recipe.negativeLoss = loss
    recipe.negativeFloor = floor
    recipe.negativeAnchor = anchor
    recipe.negativeSteps = most
    recipe.negativeLearningRate = 0.01
    var trainer = NegativeTrainer(
      of: policy, labels: labels, anchors: anchors, recipe: recipe,
      mostRows: mostRows, mostAnchors: mostAnchors
    )
    var rng = SeededGenerator(seed: 1)
    try trainer.run(after: 0, using: &rng)
    return trainer
  }

  private func isUnlearned(
    _ labels: [PartialLabels], by trainer: NegativeTrainer, floor: Float = 0.02
  ) -> Bool {
    labels.allSatisfy { label in
      let policy = distribution(trainer.network, label.position)
      return policy.probabilities.indices.allSatisfy {
        label.bad >> $0 & 1 == 0
          || policy.probabilities[$0] <= floor && policy.argmax != $0
      }
    }
  }

  @Test(arguments: [NegativeLoss.ascentFloor, .unlikelihood, .setUnlikelihood])
  func `it stops with the step that leaves no bad move above the floor`(
    loss: NegativeLoss
  ) throws {
    let trainer = try trained(labels, loss)
    #expect((2..<500).contains(trainer.steps))
    #expect(isUnlearned(labels, by: trainer))
    let short = try trained(labels, loss, most: trainer.steps - 1)
    #expect(short.steps == trainer.steps - 1)
    #expect(!isUnlearned(labels, by: short))
  }

  // With ascent, too, which pushes what is above the floor or the likeliest.
  @Test(arguments: [NegativeLoss.unlikelihood, .ascentFloor])
  func `a likeliest move is not unlearned by being below the floor`(
    loss: NegativeLoss
  ) throws {
    let trainer = try trained(labels, loss, floor: 1)
    #expect(trainer.steps > 0)
    #expect(isUnlearned(labels, by: trainer, floor: 1))
  }

  @Test(arguments: [NegativeLoss.ascentFloor, .setUnlikelihood], [1, 2, 3])
  func `a few rows a step unlearn all in the end, and then stop`(
    loss: NegativeLoss, mostRows: Int
  ) throws {
    let trainer = try trained(labels, loss, mostRows: mostRows)
    #expect((4..<500).contains(trainer.steps))
    #expect(isUnlearned(labels, by: trainer))
    let short = try trained(
      labels, loss, most: trainer.steps - 1, mostRows: mostRows
    )
    #expect(!isUnlearned(labels, by: short))
    let all = try trained(labels, loss)
    #expect(try trained(labels, loss, mostRows: 4).network == all.network)
  }

  @Test func `ascent alone makes every step`() throws {
    let trainer = try trained(labels, .ascent, most: 60)
    #expect(trainer.steps == 60)
    #expect(isUnlearned(labels, by: trainer))
    let longer = try trained(labels, .ascent, most: 61)
    #expect(longer.network != trainer.network)
  }

  @Test(arguments: [NegativeLoss.ascentFloor, .unlikelihood, .setUnlikelihood])
  func `where no bad move is above the floor, no step is made`(
    loss: NegativeLoss
  ) throws {
    let labels = labels.map { label in
      var label = label
      let policy = distribution(policy.network, label.position)
      let least = label.position.legalMoves.min {
        policy.probabilities[$0.index] < policy.probabilities[$1.index]
      }
      label.bad = 1 << UInt64(least?.index ?? 0)
      return label
    }
    let trainer = try trained(labels, loss, floor: 0.2)
    #expect(trainer.steps == 0)
    #expect(trainer.network == policy.network)
  }

  @Test func `of many anchors each step holds some, and all are held`() throws {
    func changes(mostAnchors: Int) throws -> [Float] {
      let trainer = try trained(
        labels, .ascent, anchor: 50, most: 40, mostAnchors: mostAnchors
      )
      return anchors.map { position in
        let old = distribution(policy.network, position)
        let new = distribution(trainer.network, position)
        return Loss.relativeEntropy(of: new, from: old).value
      }
    }
    let free = try trained(labels, .ascent, anchor: 0, most: 40)
    let some = try changes(mostAnchors: 1)
    for (position, change) in zip(anchors, some) {
      let old = distribution(policy.network, position)
      let new = distribution(free.network, position)
      #expect(change < Loss.relativeEntropy(of: new, from: old).value)
    }
    #expect(try changes(mostAnchors: 3) == changes(mostAnchors: .max))
    #expect(some != (try changes(mostAnchors: 3)))
  }

  @Test(arguments: [NegativeLoss.ascentFloor, .ascent])
  func `an anchor holds the policy in other positions`(
    loss: NegativeLoss
  ) throws {
    func change(_ anchor: Float) throws -> Float {
      let trainer = try trained(labels, loss, anchor: anchor, most: 40)
      return anchors.reduce(0) { sum, position in
        let old = distribution(policy.network, position)
        let new = distribution(trainer.network, position)
        return sum + Loss.relativeEntropy(of: new, from: old).value
      }
    }
    let (free, held) = try (change(0), change(10))
    #expect(free > 0.01)
    #expect(held < free / 2)
  }

  @Test func `several bad moves of one position go together`() throws {
    let examples = [0, 4].map {
      NegativeExample(
        position: Position(), bad: Bitboard(Square($0), in: .ticTacToe)
      )
    }
    let labels = PartialLabels.all(of: examples, encoding: policy.encoding)
    #expect(labels.map(\.bad) == [0b10001])
    #expect(labels.map(\.position) == [Position()])
    let trainer = try trained(labels, .ascentFloor)
    #expect(isUnlearned(labels, by: trainer))
  }

  @Test func `a view's labels are those of all its images`() {
    let position = Position().playing(Square(0)).playing(Square(1))
    let mirrored = Position().playing(Square(2)).playing(Square(1))
    let examples = [(position, 8), (mirrored, 3), (position, 8)].map {
      NegativeExample(
        position: $0, bad: Bitboard(Square($1), in: .ticTacToe)
      )
    }
    let apart = PartialLabels.all(of: examples, encoding: policy.encoding)
    #expect(apart.map(\.position) == [position, mirrored])
    #expect(apart.map(\.bad) == [1 << 8, 1 << 3])
    let together = PartialLabels.all(of: examples, encoding: .planes())
    let group = Board.ticTacToe.group
    let (view, symmetry) = group.canonical(position)
    let bad = [8, 5].map { group.image(of: Square($0), under: symmetry).index }
    #expect(together.map(\.position) == [view])
    #expect(together.map(\.bad) == [1 << UInt64(bad[0]) | 1 << UInt64(bad[1])])
  }

  @Test func `weights beyond their bound are a divergence`() {
    var recipe = PolicyGradient.Recipe()
    recipe.negativeLoss = .ascent
    recipe.negativeAnchor = 0
    recipe.optimizer = .sgd
    recipe.negativeLearningRate = 1e9
    var trainer = NegativeTrainer(
      of: policy, labels: labels, anchors: anchors, recipe: recipe
    )
    var rng = SeededGenerator(seed: 1)
    #expect(throws: Divergence.self) {
      try trainer.run(after: 0, using: &rng)
    }
  }
}
