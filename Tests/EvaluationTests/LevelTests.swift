import Evaluation
import Players
import TestSupport
import Testing
import TicTacToe

@Suite struct LevelTests {
  private let perfect = PolicyTable(of: UniformPolicy.perfect)

  private func lossShare(_ policy: some Policy) -> Double {
    let table = PolicyTable(of: policy)
    return [Mark.x, .o].map {
      ExpectedResult(of: table, in: $0, against: perfect).loss
    }.reduce(0, +) / 2
  }

  @Test(arguments: Level.allCases)
  func `a level loses its share to perfect play`(level: Level) {
    #expect(abs(lossShare(level.policy) - level.lossShare) < 1e-6)
  }

  @Test(arguments: [0, 0.001, 0.1, 0.33, 0.7, 0.87])
  func `any share can be asked for`(share: Double) {
    let policy = MixedPolicy(name: "one", losing: share)
    #expect(abs(lossShare(policy) - share) < 1e-6)
  }

  @Test func `perfect never plays at random, and no more than all is lost`()
    async throws
  {
    #expect(Level.perfect.policy.randomness == 0)
    let largest = MixedPolicy.largestLossShare(on: .ticTacToe)
    let expected = (0.9678112 + 0.7774838) / 2
    #expect(abs(largest - expected) < 1e-6)
    let result = try #require(
      await #expect(
        processExitsWith: .failure,
        observing: [\.standardErrorContent]
      ) {
        _ = MixedPolicy(name: "one", losing: 0.9)
      }
    )
    let message = String(decoding: result.standardErrorContent, as: UTF8.self)
    #expect(message.contains("a share of 0.9 lost, not in 0…"))
  }
}
