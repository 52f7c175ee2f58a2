import NeuralNetwork
import Players
import TestSupport
import Testing
import TicTacToe

@testable import Training

@Suite struct SuccessorValuesTests {
  @Test func `moves are worth their results, or less the value after them`()
    throws
  {
    let rules = try Rules("4x3:3")
    let encoding = Encoding.planes(rules)
    var rng = SeededGenerator(seed: 5)
    let network = Network(
      sizes: [encoding.inputCount, 6, rules.squareCount + 1], activeInputs: 12,
      using: &rng
    )
    let policy = NetworkPolicy(name: "p", encoding: encoding, network: network)
    var values = SuccessorValues(encoding, discount: 0.9)
    let texts = ["..../..../....", "OO../..../XX..", "XOXO/XOXO/OX.X"]
    let positions = try texts.map { try Position($0, rules: rules) }
    // Again, to see that nothing is left of the call before.
    _ = values.actionValues(in: positions.reversed(), by: network)
    let found = values.actionValues(in: positions, by: network)
    for (position, worth) in zip(positions, found) {
      #expect(worth.count == rules.squareCount + 1)
      for index in 0...rules.squareCount {
        let move = Square(index)
        guard position.legalMoves.contains(move) else {
          #expect(worth[index] == 0)
          continue
        }
        let next = position.playing(move)
        switch next.outcome {
        case .win: #expect(worth[index] == 1)
        case .draw: #expect(worth[index] == 0)
        case nil:
          let value = try #require(policy.value(of: next))
          #expect(worth[index] == -0.9 * value)
        }
      }
    }
    #expect(found[1].contains(1))
  }
}
