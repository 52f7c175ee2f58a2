import Evaluation
import Players
import TestSupport
import Testing
import TicTacToe

@Suite struct StrategyTreeTests {
  /// What the policy finds and leaves behind, counted by a walk of its own.
  private struct Count: Equatable {
    var nodes = 0
    var games = 0
    var losses = 0
    var differences = 0
  }

  private func reply(_ policy: UniformPolicy, _ position: Position) -> Square {
    let p = policy.probabilities(in: position)
    return Square(p.firstIndex { $0 == p.max() } ?? -1)
  }

  private func count(
    _ policy: UniformPolicy,
    in seat: Mark,
    comparedWith other: UniformPolicy
  ) -> Count {
    var count = Count()
    func visit(_ position: Position) {
      count.nodes += 1
      var position = position
      if position.outcome == nil, position.sideToMove == seat {
        let move = reply(policy, position)
        if move != reply(other, position) { count.differences += 1 }
        position = position.playing(move)
      }
      if let outcome = position.outcome {
        count.games += 1
        if outcome == .win(seat.opponent) { count.losses += 1 }
      }
      for move in position.legalMoves { visit(position.playing(move)) }
    }
    visit(Position())
    return count
  }

  @Test(arguments: [Mark.x, .o])
  func `the tree is what a walk over every game finds`(seat: Mark) {
    let policies: [UniformPolicy] = [.first, .center, .perfect, .random]
    for (policy, other) in zip(policies, policies.dropFirst() + [.first]) {
      let table = PolicyTable(of: policy)
      let root = StrategyTree(
        of: table,
        in: seat,
        comparedWith: PolicyTable(of: other)
      ).root
      #expect(
        Count(
          nodes: root.count,
          games: root.games,
          losses: root.losses,
          differences: root.differences
        ) == count(policy, in: seat, comparedWith: other)
      )
      #expect(root.losses == LosingLines(of: table.greedy, in: seat).count)
    }
  }

  @Test(arguments: [Mark.x, .o])
  func `replies are the policy's, and games end`(seat: Mark) {
    let tree = StrategyTree(of: PolicyTable(of: UniformPolicy.first), in: seat)
    func check(_ node: StrategyTree.Node, after parent: Position) {
      let isRoot = node.move == nil
      let expected = node.move.map(parent.playing) ?? Position()
      #expect(node.position == expected)
      let replies = expected.outcome == nil && expected.sideToMove == seat
      #expect(node.reply == expected.legalMoves.first { _ in replies })
      #expect(node.otherReply == nil && !node.differs)
      let next = node.reply.map(expected.playing) ?? expected
      #expect(node.outcome == next.outcome)
      #expect(node.children.compactMap(\.move) == Array(next.legalMoves))
      #expect(!isRoot || node.position.ply == 0)
      for child in node.children { check(child, after: next) }
    }
    check(tree.root, after: Position())
  }

  @Test func `policies of different boards cannot be compared`() async throws {
    let result = try #require(
      await #expect(
        processExitsWith: .failure,
        observing: [\.standardErrorContent]
      ) {
        let rules = try Rules(columns: 2, rows: 2, inARow: 2)
        _ = StrategyTree(
          of: PolicyTable(of: UniformPolicy.first),
          in: .x,
          comparedWith: PolicyTable(
            of: UniformPolicy.first,
            in: StateGraph(of: rules)
          )
        )
      }
    )
    let message = String(decoding: result.standardErrorContent, as: UTF8.self)
    #expect(message.contains("a policy for 29 nodes of Rules(width: 2"))
  }
}
