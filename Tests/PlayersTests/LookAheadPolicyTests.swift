import Players
import TestSupport
import Testing
import TicTacToe

@Suite struct LookAheadPolicyTests {
  private func moves(_ text: String, plies: Int) throws -> [Int] {
    let position = try Position(text, rules: .ticTacToe)
    let shares = LookAheadPolicy(name: "x", plies: plies)
      .probabilities(in: position)
    #expect(abs(shares.reduce(0, +) - 1) < 1e-6)
    return shares.indices.filter { shares[$0] > 0 }
  }

  @Test func `one ply sees a win, two plies a threat, three a fork`() throws {
    #expect(try moves("XX./OO./...", plies: 1) == [8])
    #expect(try moves("XX./.O./...", plies: 1).count == 6)
    #expect(try moves("XX./.O./...", plies: 2) == [8])
    #expect(try moves("X../.O./..X", plies: 4) == [1, 3, 5, 7])
  }

  @Test func `a finished game has no moves`() throws {
    let position = try Position("XXX/OO./...", rules: .ticTacToe)
    let policy = LookAheadPolicy(name: "x", plies: 2)
    #expect(policy.probabilities(in: position) == [0, 0, 0, 0, 0, 0, 0, 0, 0])
  }
}
