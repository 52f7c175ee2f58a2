import Players
import TestSupport
import Testing
import TicTacToe

@Suite struct UniformPolicyTests {
  private let space = Board.ticTacToe.states

  @Test(arguments: UniformPolicy.all.map(\.name))
  func `probabilities are a distribution over legal moves`(name: String) {
    let policy = UniformPolicy.all.first { $0.name == name }
    for number in space.decisions {
      let position = space.positions[number]
      let p = policy?.probabilities(in: position) ?? []
      #expect(abs(p.reduce(0, +) - 1) < 1e-5)
      let legal = Set(position.legalMoves.map(\.index))
      #expect(p.indices.allSatisfy { p[$0] == 0 || legal.contains($0) })
    }
  }

  @Test func `first takes a1, center the centre, then a corner`() {
    var position = Position()
    #expect(UniformPolicy.first.probabilities(in: position)[0] == 1)
    #expect(UniformPolicy.center.probabilities(in: position)[4] == 1)
    position = position.playing(Square(4))
    #expect(UniformPolicy.center.probabilities(in: position)[0] == 1)
  }

  @Test func `perfect answers the centre by every corner alike`() {
    let position = Position().playing(Square(4))
    let p = UniformPolicy.perfect.probabilities(in: position)
    #expect(p == [0.25, 0, 0.25, 0, 0, 0, 0.25, 0, 0.25])
  }

  @Test func `every move drawn is legal`() {
    var rng = SeededGenerator(seed: 3)
    for number in space.decisions {
      var policy = UniformPolicy.random
      let position = space.positions[number]
      let move = policy.move(in: position, using: &rng)
      #expect(position.legalMoves.contains { $0 == move })
    }
  }

  @Test(arguments: UniformPolicy.all.map(\.name))
  func `a finished game has no move and no probability`(name: String) throws {
    var policy = try #require(UniformPolicy.all.first { $0.name == name })
    var rng = SeededGenerator(seed: 1)
    for board in ["XXX/OO./...", "XOX/XXO/OXO"] {
      let over = try Position(board)
      #expect(policy.move(in: over, using: &rng) == nil)
      #expect(policy.probabilities(in: over) == [Float](repeating: 0, count: 9))
    }
  }

  @Test func `perfect takes the win that is there`() throws {
    let position = try Position(".X./.O./OXX")
    let p = UniformPolicy.perfect.probabilities(in: position)
    #expect(p == [0, 0, 0, 0, 0, 0, 0, 0, 1])
    #expect(
      UniformPolicy.optimal(on: .ticTacToe).probabilities(in: position)[8]
        == 0.25
    )
  }

  @Test func `perfect defends a lost position for as long as it can`() throws {
    // O can stop the first of two lines, and should: else it is over at once.
    let position = try Position(".../.X./XO.")
    let p = UniformPolicy.perfect.probabilities(in: position)
    #expect(p == [0, 0, 0, 0, 0, 0, 0, 0, 1])
  }

  @Test func `perfect of what play cannot reach traps`() async throws {
    let result = try #require(
      await #expect(
        processExitsWith: .failure,
        observing: [\.standardErrorContent]
      ) {
        let board = Position(
          rules: try Rules(columns: 4, rows: 4, inARow: 4)
        )
        _ = UniformPolicy.perfect.probabilities(in: board)
      }
    )
    let message = String(decoding: result.standardErrorContent, as: UTF8.self)
    #expect(message.contains("cannot be reached by play"))
  }
}
