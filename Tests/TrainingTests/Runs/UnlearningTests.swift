import Checkpoints
import Evaluation
import Players
import TestSupport
import Testing
import TicTacToe

@testable import Training

@Suite struct UnlearningTests {
  private let moves = BadMoves(
    of: PolicyTable(of: UniformPolicy.first), on: .ticTacToe,
    from: Set(BadMoves.Source.allCases)
  )

  private var unlearning: Unlearning {
    var unlearning = Unlearning()
    unlearning.hindsight = 3
    for steps in [5, 6] {
      unlearning.count(moves, steps: steps, broken: 2 * steps)
    }
    return unlearning
  }

  @Test func `rounds add up`() {
    let unlearning = unlearning
    #expect(unlearning.refutations == 2 * moves.refutations.positions)
    #expect(unlearning.blunders == 2 * moves.blunders.positions)
    #expect(unlearning.refutations > 0 && unlearning.blunders > 0)
    #expect(unlearning.refutations != unlearning.blunders)
    #expect(
      (unlearning.rounds, unlearning.steps, unlearning.broken) == (2, 11, 22)
    )
  }

  @Test func `a tally reads as it was written`() throws {
    #expect(try Unlearning(JSONField(unlearning.json)) == unlearning)
    #expect(try Unlearning(JSONField(Unlearning().json)) == Unlearning())
    #expect(
      unlearning.json == [
        "hindsight": JSON(3), "refutations": JSON(unlearning.refutations),
        "solution": JSON(unlearning.blunders), "rounds": JSON(2),
        "steps": JSON(11), "broken": JSON(22),
      ]
    )
  }

  @Test(arguments: [
    "hindsight", "refutations", "solution", "rounds", "steps", "broken",
  ])
  func `a tally lacks no count and has none that cannot be`(
    key: String
  ) throws {
    guard case .object(let members) = unlearning.json else { return }
    let index = try #require(members.firstIndex { $0.key == key })
    func read(_ value: JSON?) throws -> Unlearning {
      var members = members
      if let value {
        members[index].value = value
      } else {
        members.remove(at: index)
      }
      return try Unlearning(JSONField(.object(members), path: "unlearned"))
    }
    #expect(try read(JSON(1 << 48)) != unlearning)
    let impossible: [JSON?] = [
      nil, JSON(-1), JSON(1 << 48 + 1), JSON(1.5), JSON("1"), .null,
    ]
    for value in impossible {
      #expect("\(String(describing: value))") { _ = try read(value) } throws: {
        "\($0)".contains("unlearned.\(key)")
      }
    }
  }

  @Test func `a tally has no other count`() throws {
    guard case .object(var members) = unlearning.json else { return }
    members.append(.init(key: "others", value: JSON(0)))
    #expect(throws: JSONError.self) {
      try Unlearning(JSONField(.object(members)))
    }
    #expect(throws: JSONError.self) { try Unlearning(JSONField([JSON(3)])) }
  }
}
