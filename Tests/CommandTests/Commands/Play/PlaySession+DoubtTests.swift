import NeuralNetwork
import Players
import TestSupport
import Testing
import TicTacToe

@testable import Command

// A policy that answers a1 by the center, the only move that draws, and then
// by c1.
@Suite struct PlaySessionDoubtTests {
  private func policy(bias: Float) -> NetworkPolicy {
    var network = Network(sizes: [18, 9])
    let biases = network.parameters.count - 9
    network.parameters[biases + 4] = bias
    network.parameters[biases + 2] = bias / 2
    return NetworkPolicy(
      name: "center",
      encoding: .planes(isCanonical: false),
      network: network
    )
  }

  private struct Result {
    let lines: [Substring]
    let isCorrected: Bool

    // The mistakes that are kept; nil without a file.
    let file: String?

    func count(_ word: String) -> Int {
      lines.count { $0.contains(word) }
    }
  }

  private func result(
    of input: String,
    temperature: Float = 0
  ) throws -> Result {
    try inTemporaryFolder { folder in
      // Close to the others, it is soon corrected; far, its draws are known.
      let policy = policy(bias: temperature == 0 ? 0.1 : 12)
      let (text, file, end) = try playCorrecting(
        TemperedPolicy(policy, temperature: temperature), [], input,
        in: folder
      )
      let network = (end as? TemperedPolicy)?.network
      return Result(
        lines: text.split(separator: "\n"),
        isCorrected: network != policy,
        file: file
      )
    }
  }

  // With a temperature, a draw too many would change the moves that follow.
  @Test(arguments: [Float(0), 1])
  func `a mark on a move that is no mistake changes nothing`(
    temperature: Float
  ) throws {
    let rest = "undo\n1\n2\n8\n"
    let doubted = try result(of: "1\nbad\n" + rest, temperature: temperature)
    #expect(
      doubted.lines[2...3] == [
        "O b2 is no mistake: it draws, and no move does better. "
          + "Nothing is changed.",
        "Type bad again to unlearn it all the same.",
      ]
    )
    #expect(!doubted.isCorrected)
    #expect(doubted.file == nil)
    let plain = try result(of: "1\n" + rest, temperature: temperature)
    var others = doubted.lines
    others.removeSubrange(2...3)
    #expect(others == plain.lines)
  }

  @Test(arguments: ["bad\nbad", "bad 5\nbad", "bad\nbad center"])
  func `the second mark in a row counts, however it is named`(
    marks: String
  ) throws {
    let result = try result(of: "1\n\(marks)\n")
    #expect(result.count(" is no mistake: ") == 1)
    #expect(result.count("Marked O b2 ") == 1)
    #expect(result.count("In truth, it is not a mistake: it draws.") == 1)
    #expect(result.isCorrected)
    #expect(result.file == ".../.../X.. b2\n")
  }

  @Test(arguments: [
    "hint", "heat", "?", "swap\nswap", "undo\n1", "bad 9", "", "xyzzy",
    String(repeating: "x", count: 10_000),
  ])
  func `any line in between forgets the first mark`(line: String) throws {
    let result = try result(of: "1\nbad\n\(line)\nbad\n")
    #expect(result.count(" is no mistake: ") == 2)
    #expect(!result.isCorrected)
    #expect(result.file == nil)
  }

  @Test func `a mark on another move is the first one about it`() throws {
    let result = try result(of: "1\n2\nbad 5\nbad\nbad 5\n")
    #expect(result.count(" is no mistake: ") == 3)
    #expect(result.count("Type bad b2 again to ") == 2)
    #expect(result.file == nil)
  }

  @Test func `undo takes back what was marked all the same`() throws {
    let result = try result(of: "1\nbad\nbad\nundo\nbad\n")
    #expect(result.lines.contains("The correction is taken back."))
    #expect(result.count(" is no mistake: ") == 2)
    #expect(!result.isCorrected)
    #expect(result.file?.isEmpty == true)
  }

  @Test func `a policy without weights says so first`() throws {
    let text = try play("1\nbad\nbad\n", against: .perfect).text
    #expect(text.split(separator: "has no weights to correct").count == 3)
    #expect(!text.contains("is no mistake"))
  }
}
