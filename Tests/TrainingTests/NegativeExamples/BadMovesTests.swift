import Evaluation
import NeuralNetwork
import Players
import TestSupport
import Testing
import TicTacToe

@testable import Training

@Suite struct BadMovesTests {
  private static let board = Board.ticTacToe

  private func table(
    _ seed: UInt64, in graph: StateGraph = board.classes
  ) -> PolicyTable {
    var rng = SeededGenerator(seed: seed)
    let network = Network(sizes: [18, 8, 9], activeInputs: 9, using: &rng)
    return PolicyTable(
      of: NetworkPolicy(name: "t", encoding: .planes(), network: network),
      in: graph
    )
  }

  private func moves(
    _ table: PolicyTable, _ sources: Set<BadMoves.Source>
  ) -> BadMoves {
    BadMoves(of: table, on: Self.board, from: sources)
  }

  private func positions(_ examples: [NegativeExample]) -> Set<Position> {
    Set(examples.map(\.position))
  }

  @Test(arguments: 1...3 as ClosedRange<UInt64>)
  func `every blunder is named once, by one source`(seed: UInt64) {
    for graph in [Self.board.classes, Self.board.states] {
      let table = table(seed, in: graph)
      let all = moves(table, [.refutations, .blunders])
      let examples = all.examples
      #expect(all.refutations.positions > 0 && all.blunders.positions > 0)
      #expect(positions(examples).count == examples.count)
      let count = examples.reduce(0) {
        $0 + graph.multiplicities[graph.node(of: $1.position) ?? 0]
      }
      #expect(count == Blunders(of: table).count)
      #expect(count == all.refutations.positions + all.blunders.positions)
    }
  }

  @Test(arguments: 1...3 as ClosedRange<UInt64>)
  func `what is named is the likeliest move, which lowers the value`(
    seed: UInt64
  ) throws {
    let table = table(seed)
    let solution = Self.board.solution(of: table.graph)
    let all = moves(table, [.refutations, .blunders])
    for example in all.examples {
      let node = try #require(table.graph.node(of: example.position))
      let bad = Bitboard(table.greedyMove(node), in: .ticTacToe)
      #expect(example.bad == bad)
      #expect(example.bad.isDisjoint(with: solution.optimalMoves[node]))
    }
    #expect(
      all.refutations.examples.map { table.graph.node(of: $0.position) }
        == Refutations(of: table).nodes
    )
  }

  @Test func `what a source names does not depend on the other sources`() {
    let table = table(1)
    let all = moves(table, Set(BadMoves.Source.allCases))
    #expect(all == moves(table, [.refutations, .blunders]))
    let refutations = moves(table, [.refutations])
    #expect(refutations.refutations == all.refutations)
    #expect(refutations.blunders.examples.isEmpty)
    // Nobody else names those that are refutations as well.
    let blunders = moves(table, [.blunders])
    #expect(blunders.refutations.examples.isEmpty)
    #expect(positions(blunders.examples) == positions(all.examples))
  }

  @Test func `without a source, and of perfect play, there are none`() {
    #expect(moves(table(1), []).examples.isEmpty)
    #expect(moves(table(1), [.hindsight]).examples.isEmpty)
    #expect(!moves(table(1), [.refutations]).examples.isEmpty)
    #expect(!moves(table(1), [.blunders]).examples.isEmpty)
    let perfect = PolicyTable(
      of: UniformPolicy.perfect, in: Self.board.classes
    )
    #expect(moves(perfect, Set(BadMoves.Source.allCases)).examples.isEmpty)
  }
}
