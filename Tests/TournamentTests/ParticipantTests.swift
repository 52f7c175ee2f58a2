import Evaluation
import NeuralNetwork
import Players
import TestSupport
import Testing
import TicTacToe

@testable import Tournament

@Suite struct ParticipantTests {
  @Test func `networks play greedily, other policies as distributions`() {
    var rng = SeededGenerator(seed: 1)
    let network = Network(sizes: [18, 4, 9], activeInputs: 9, using: &rng)
    let policy = NetworkPolicy(
      name: "n",
      encoding: .planes(),
      network: network
    )
    let participant = Participant("n", TemperedPolicy(policy))
    #expect(participant.isDeterministic)
    let random = Participant("random", UniformPolicy.random)
    #expect(!random.isDeterministic)
    #expect(!Participant("perfect", UniformPolicy.perfect).isDeterministic)
    #expect(Participant("first", UniformPolicy.first).isDeterministic)
    #expect(Participant("center", UniformPolicy.center).isDeterministic)
  }

  @Test func `moves are drawn as often as they are likely`() {
    let random = Participant("random", UniformPolicy.random)
    var rng = SeededGenerator(seed: 2)
    var counts = [Int](repeating: 0, count: 9)
    for _ in 0..<9_000 {
      counts[random.move(in: Position(), using: &rng).index] += 1
    }
    // Five standard deviations of a count.
    #expect(counts.allSatisfy { abs($0 - 1_000) < 150 }, "\(counts)")
  }

  @Test func `a policy moves alike with and without a table`() throws {
    for text in ["3x3", "4x3:3"] {
      let board = Board(try Rules(text))
      let policy = LookAheadPolicy(name: "two", plies: 2)
      let participant = Participant("two", policy, on: board)
      var (one, other) = (SeededGenerator(seed: 5), SeededGenerator(seed: 5))
      var player = policy
      var position = Position(rules: board.rules)
      while position.outcome == nil {
        let move = participant.move(in: position, using: &one)
        #expect(player.move(in: position, using: &other) == move)
        position = position.playing(move)
      }
    }
  }

  @Test func `players meet exactly on a small board, by games on a big one`()
    throws
  {
    let small = Board(try Rules("3x3:2"))
    let players = [
      Participant("perfect", UniformPolicy(.perfect, on: small), on: small),
      Participant("first", UniformPolicy.first, on: small),
    ]
    let result = players[0].result(asXAgainst: players[1])
    #expect(abs(result.win - 1) < 1e-6)
    let reverse = players[1].result(asXAgainst: players[0])
    #expect(abs(reverse.win + reverse.draw + reverse.loss - 1) < 1e-6)
    #expect(abs(try #require(players[0].figures).nashConv) < 1e-6)
    let big = Board(try Rules("5x4"))
    let random = Participant("random", UniformPolicy.random, on: big)
    #expect(random.figures == nil)
    #expect(random.fingerprint == random.fingerprint)
    #expect(
      random.fingerprint
        != Participant("first", UniformPolicy.first, on: big).fingerprint
    )
  }
}
