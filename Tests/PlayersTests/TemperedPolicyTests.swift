import NeuralNetwork
import Players
import TestSupport
import Testing
import TicTacToe

@Suite struct TemperedPolicyTests {
  private func network(
    _ encoding: Encoding = .planes(),
    head: NetworkPolicy.Head = .softmax
  ) -> NetworkPolicy {
    var rng = SeededGenerator(seed: 1)
    return NetworkPolicy(
      name: "n",
      encoding: encoding,
      network: Network(
        sizes: [encoding.inputCount, 4, 9],
        activeInputs: 9,
        using: &rng
      ),
      head: head
    )
  }

  // The shares of moves drawn from a player.
  private func frequencies(
    of player: some Policy,
    in position: Position
  ) throws -> [Float] {
    var player = player
    var rng = SeededGenerator(seed: 2)
    var counts = [Float](repeating: 0, count: 9)
    for _ in 0..<2_500 {
      counts[try #require(player.move(in: position, using: &rng)).index] += 1
    }
    return counts.map { $0 / 2_500 }
  }

  @Test(arguments: [0, 0.5, 1, 3] as [Float], NetworkPolicy.Head.allCases)
  func `moves are drawn as often as the probabilities say`(
    temperature: Float,
    head: NetworkPolicy.Head
  ) throws {
    let player = TemperedPolicy(network(head: head), temperature: temperature)
    for board in ["X../.../...", ".X./O../..X"] {
      let position = try Position(board)
      let shares = player.probabilities(in: position)
      #expect(abs(shares.reduce(0, +) - 1) < 1e-5)
      for (p, q) in zip(shares, try frequencies(of: player, in: position)) {
        // Five standard deviations of a share.
        #expect(abs(p - q) < (p == 0 || p == 1 ? 1e-9 : 0.05))
      }
    }
  }

  @Test func `a bare network draws from its softmax`() throws {
    let position = Position()
    let shares = network().probabilities(in: position)
    let drawn = try frequencies(of: network(), in: position)
    #expect(zip(shares, drawn).allSatisfy { abs($0 - $1) < 0.05 })
    #expect(drawn.allSatisfy { $0 > 0 })
  }

  @Test func `temperature 1 is the network, 2 the roots of its shares`() {
    let position = Position().playing(Square(0))
    let network = network()
    let plain = network.probabilities(in: position)
    func shares(_ temperature: Float) -> [Float] {
      TemperedPolicy(network, temperature: temperature)
        .probabilities(in: position)
    }
    #expect(zip(shares(1), plain).allSatisfy { abs($0 - $1) < 1e-5 })
    let roots = plain.map { $0.squareRoot() }
    let total = roots.reduce(0, +)
    #expect(zip(shares(2), roots).allSatisfy { abs($0 - $1 / total) < 1e-5 })
    #expect(shares(1e-6).max() == 1)
    #expect(shares(1e6).count { abs($0 - 1 / 8) < 1e-4 } == 8)
    for temperature in [Float.leastNonzeroMagnitude, 1e-30, 1e30] {
      #expect(abs(shares(temperature).reduce(0, +) - 1) < 1e-5)
    }
  }

  @Test func `greedy play goes by the logits, however close they are`() {
    let encoding = Encoding.table
    var network = Network(sizes: [encoding.inputCount, 9], hasBiases: false)
    // Below what a probability can tell apart.
    for row in 0..<encoding.inputCount {
      network.parameters[row * 9 + 4] = 1e-9
      network.parameters[row * 9 + 8] = 2e-9
    }
    let player = TemperedPolicy(
      NetworkPolicy(name: "close", encoding: encoding, network: network)
    )
    #expect(player.probabilities(in: Position()).firstIndex(of: 1) == 8)
  }

  @Test func `greedy ties go to the lowest square`() throws {
    let network = Network(sizes: [18, 9])
    let player = TemperedPolicy(
      NetworkPolicy(name: "flat", encoding: .planes(), network: network)
    )
    let position = try Position("XO./.../...")
    #expect(player.probabilities(in: position).firstIndex(of: 1) == 0)
  }

  @Test(arguments: [0, 0.5] as [Float], [Encoding.planes(), .table])
  func `a table gives what single positions give`(
    temperature: Float,
    encoding: Encoding
  ) {
    let space = Board.ticTacToe.states
    let player = TemperedPolicy(network(encoding), temperature: temperature)
    let table = player.tabulated(in: space)
    #expect(table.logits == player.network.tabulated(in: space).logits)
    let decisions = Array(space.decisions)
    for place in stride(from: 0, to: decisions.count, by: 5) {
      let number = decisions[place]
      let p = player.probabilities(in: space.positions[number])
      for edge in space.edges(of: number) {
        #expect(table.probabilities[edge] == p[space.move(along: edge).index])
      }
    }
  }

  @Test(arguments: [0, 1] as [Float], [Encoding.planes(), .table])
  func `a finished game has no move and no probability`(
    temperature: Float,
    encoding: Encoding
  ) throws {
    let over = try Position("XXX/OO./...")
    var rng = SeededGenerator(seed: 1)
    var player = TemperedPolicy(network(encoding), temperature: temperature)
    #expect(player.move(in: over, using: &rng) == nil)
    #expect(player.probabilities(in: over) == [Float](repeating: 0, count: 9))
    #expect(player.name == "n")
  }

  @Test func `a temperature below 0 is refused`() async throws {
    let result = try #require(
      await #expect(
        processExitsWith: .failure,
        observing: [\.standardErrorContent]
      ) {
        let network = NetworkPolicy(
          name: "n",
          encoding: .planes(),
          network: Network(sizes: [18, 9])
        )
        _ = TemperedPolicy(network, temperature: -0.5)
      }
    )
    let message = String(decoding: result.standardErrorContent, as: UTF8.self)
    #expect(message.contains("a temperature of -0.5, expected at least 0"))
  }
}
