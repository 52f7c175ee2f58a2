import Players
import TestSupport
import Testing
import TicTacToe
import Training

@Suite struct NegativeSourceTests {
  private func examples(
    seed: UInt64 = 1,
    mistakes: [Mistake] = [],
    _ change: (inout NegativeExamples.Recipe) -> Void = { _ in }
  ) -> [NegativeExample] {
    var recipe = NegativeExamples.Recipe()
    change(&recipe)
    return NegativeExamples.examples(
      for: recipe,
      seed: seed,
      mistakes: mistakes
    )
  }

  @Test func `the oracle names all 7,304 bad moves of 3,191 positions`() {
    let statistics = LabelStatistics(of: examples())
    #expect(statistics.positions == 3191 && statistics.labels == 7304)
    #expect(statistics.isComplete && statistics.wrong == 0)
  }

  // Counted by an independent program.
  @Test(arguments: [(1, 5868), (3, 6940), (5, 7304)])
  func `look-ahead sees obvious mistakes`(depth: Int, labels: Int) {
    let statistics = LabelStatistics(
      of: examples {
        $0.source = .obvious
        $0.depth = depth
      }
    )
    #expect(statistics.labels == labels && statistics.wrong == 0)
    // Whatever has an obvious mistake has no other kind.
    #expect(statistics.isComplete == (depth != 3))
  }

  @Test func `one bad move a board, the same for all its images`() {
    let all = examples { $0.source = .one }
    #expect(LabelStatistics(of: all).wrong == 0)
    #expect(all.count == 3191)
    let group = Board.ticTacToe.group
    var moves: [Position: Bitboard] = [:]
    for example in all {
      let (position, symmetry) = group.canonical(example.position)
      let image = group.image(of: example.bad, under: symmetry)
      moves[position, default: []].formUnion(image)
    }
    // A position with symmetries of its own has several images of one move.
    #expect(moves.values.count { $0.count == 1 } > 380)
    #expect(examples(seed: 2) { $0.source = .one } != all)
  }

  @Test func `hindsight blames what lost at once, and only that`() {
    let all = examples { $0.source = .hindsight }
    #expect(all.count > 1500)
    for example in all {
      for move in example.bad.squares(in: example.position.rules) {
        let next = example.position.playing(move)
        let isLost = next.legalMoves.contains {
          next.playing($0).outcome == .win(next.sideToMove)
        }
        #expect(isLost, "\(example.position.text)")
      }
    }
    #expect(
      LabelStatistics(of: all).wrong > 0,
      "it may blame where all was lost"
    )
  }

  @Test func `a fraction shows whole classes`() {
    for seed in UInt64(1)...3 {
      let half = TrainTestSplit.shown(fraction: 0.5, seed: seed)
      let shown = examples(seed: seed) { $0.fraction = 0.5 }
      let classes = shown.map {
        Board.ticTacToe.group.canonical($0.position).position
      }
      #expect(Set(classes).isSubset(of: half))
      #expect(shown.count < 3191 * 6 / 10)
    }
  }

  @Test func `a person's mistake counts for every image`() throws {
    let position = try Position("X../.../...")
    let mistake = try Mistake(Square(0), in: position)
    let all = examples(mistakes: [mistake]) { $0.source = .file }
    #expect(all.count == 4)
    #expect(all.allSatisfy { $0.bad.count == 2 })
  }
}
