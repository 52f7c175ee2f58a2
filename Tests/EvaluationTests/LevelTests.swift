import Evaluation
import Foundation
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

  @Test(
    arguments: ["3x3:3"]
      + (ProcessInfo.processInfo.environment["NOUGHTS_LONG"] == nil
        ? [] : ["4x3:3", "3x4:3", "4x4:3", "4x4:4"])
  )
  func `the mixtures on record are those that a search finds`(
    text: String
  ) throws {
    let board = Board(try Rules(text))
    for level in Level.allCases where level != .perfect {
      let found = MixedPolicy(name: "", losing: level.lossShare, on: board)
      #expect(
        abs(level.mixture(on: board).randomness - found.randomness) < 1e-6)
    }
  }

  @Test func `where random play squanders less than a level, it is that weak`()
    throws
  {
    let board = Board(try Rules("3x3:2"))
    #expect(Level.easy.mixture(on: board).randomness == 1)
    #expect(Level.hard.mixture(on: board).randomness < 0.2)
  }

  @Test func `beyond 16 squares a level looks ahead`() throws {
    let board = Board(try Rules("5x5:4"))
    let easy = try #require(Level.easy.policy(on: board) as? LookAheadPolicy)
    let hard = try #require(Level.hard.policy(on: board) as? LookAheadPolicy)
    #expect(easy.plies == 1 && hard.plies == 4)
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
