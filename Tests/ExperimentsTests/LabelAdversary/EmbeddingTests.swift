import NeuralNetwork
import Players
import TestSupport
import Testing
import TicTacToe

@testable import Experiments

@Suite struct EmbeddingTests {
  // One hidden unit a square and side, which copies its input.
  private static let copy: Network = {
    var network = Network(sizes: [18, 18, 9])
    for input in 0..<18 {
      network.parameters[
        network.layers[0].weights(from: input).lowerBound
          + input
      ] = 1
    }
    return network
  }()

  private static let transfer = Embedding(of: copy).transfer(seed: 1)

  @Test func `features are the hidden layer, of mean square 1`() throws {
    let embedding = Embedding(of: EmbeddingTests.copy)
    let board = try Position("XO./.../..X")
    let features = embedding.features(of: [board])[0]
    let ones = features.indices.filter { features[$0] > 0 }
    // O moves: its stone first, then those of X.
    #expect(ones == [7, 11, 15])
    let all = embedding.features(of: Board.ticTacToe.states.decisionPositions)
    let squares = all.joined().reduce(0) { $0 + $1 * $1 }
    #expect(abs(squares / Float(all.count * 18) - 1) < 1e-3)
  }

  @Test func `features that hold the board tell more than none`() {
    let split = HeldOutSplit(seed: 1)
    let none = Embedding(of: Network(sizes: [18, 8, 9]))
      .probe(split, seed: 1)
    let some = Embedding(of: EmbeddingTests.copy).probe(split, seed: 1)
    #expect(some.value > none.value)
    #expect(none.winning == 0.5)
    #expect(some.winning > 0.5)
  }

  @Test func `features that hold the board transfer to a larger one`() {
    let none = Embedding(of: Network(sizes: [18, 8, 9])).transfer(seed: 1)
    let some = EmbeddingTests.transfer
    // Without features only the bias is learned.
    #expect(none < 0.33 && some > none + 0.01)
  }

  @Test func `features of any scale are read alike`() {
    var large = EmbeddingTests.copy
    for i in large.parameters.indices { large.parameters[i] *= 16 }
    let (one, other) = (
      Embedding(of: EmbeddingTests.copy), Embedding(of: large)
    )
    #expect(EmbeddingTests.transfer == other.transfer(seed: 1))
    let boards = Array(Board.ticTacToe.states.decisionPositions.prefix(50))
    #expect(one.features(of: boards) == other.features(of: boards))
  }

  @Test func `a network of two hidden layers traps`() async {
    let result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = Embedding(of: Network(sizes: [18, 4, 4, 9]))
    }
    #expect(
      result.message.contains(
        "the hidden layer of a network of sizes [18, 4, 4, 9]"
      )
    )
  }
}
