import Evaluation
import Files
import Players
import TestSupport
import Testing
import TicTacToe
import Training

@testable import Command

@Suite struct CorrectionSessionTests {
  // Untrained, so that it blunders; O answers a1 somewhere.
  private let policy = NegativeExamples(
    recipe: {
      var recipe = NegativeExamples.Recipe()
      recipe.hidden = 16
      return recipe
    }(),
    seed: 1,
    examples: NegativeExamples.examples(
      for: NegativeExamples.Recipe(),
      seed: 1
    )
  ).policy

  private var player: TemperedPolicy { TemperedPolicy(policy) }

  private func network(_ player: any Policy) -> NetworkPolicy? {
    (player as? TemperedPolicy)?.network
  }

  // Plays at a board whose mistakes go into a file of a temporary folder.
  private func play(
    _ input: String,
    in folder: String,
    mistakes: [Mistake] = [],
    temperature: Float = 0
  ) throws -> (text: String, file: String, policy: any Policy) {
    let (text, file, played) = try playCorrecting(
      TemperedPolicy(policy, temperature: temperature), mistakes, input,
      in: folder
    )
    return (text, file ?? "", played)
  }

  @Test func `a marked move is kept, unlearned and played no more`() throws {
    try inTemporaryFolder { folder in
      let (text, file, corrected) = try play("1\nbad\n", in: folder)
      #expect(text.contains("Marked O "))
      #expect(text.contains("In truth, it loses while others draw."))
      #expect(!text.contains(" is no mistake"))
      #expect(text.contains("Corrected in "))
      #expect(text.contains(" of 4,520 positions"))
      let mistakes = try MistakesFile(file).mistakes
      #expect(mistakes.count == 1)
      let answers = text.split(separator: "\n").filter {
        $0.hasPrefix("O plays ")
      }
      #expect(answers.count == 2 && answers[0] != answers[1])
      // The file makes the same policy again.
      let again = try CorrectionSession(
        player,
        on: .ticTacToe,
        path: "/dev/null",
        mistakes: mistakes
      )
      #expect(network(again.policy) == network(corrected))
      #expect(network(corrected) != policy)
    }
  }

  // The proof is about the likeliest moves: of a player that draws its moves,
  // it must not be said without them.
  @Test(arguments: [0, 0.01])
  func `the verdict names the moves it is about`(temperature: Float) throws {
    try inTemporaryFolder { folder in
      let (text, _, _) = try play(
        "1\nbad\n",
        in: folder,
        temperature: temperature
      )
      let isDrawing = temperature > 0
      #expect(text.contains("By its likeliest moves it is ") == isDrawing)
      #expect(text.contains("It is still ") == !isDrawing)
    }
  }

  @Test func `undo takes the correction back, the file included`() throws {
    try inTemporaryFolder { folder in
      let (text, file, now) = try play("1\nbad\nundo\nundo\n", in: folder)
      let undone = text.split(separator: "\n").filter {
        $0.hasSuffix("taken back.")
      }
      #expect(
        undone == [
          "The correction is taken back.", "Your last move is taken back.",
        ]
      )
      #expect(file.isEmpty)
      #expect(network(now) == policy)
    }
  }

  @Test func `what cannot be learned is said, and nothing changes`() throws {
    try inTemporaryFolder { folder in
      let (text, file, now) = try play("bad\n1\nbad 1\n", in: folder)
      #expect(text.contains("has not moved yet"))
      #expect(text.contains("a1 is not a move of"))
      #expect(file.isEmpty)
      #expect(network(now) == policy)
    }
  }

  // The center is no mistake, but that is not why it cannot be marked.
  @Test func `the last move left is not marked, however often`() throws {
    let position = try Position(".../.../X..")
    let others = try position.legalMoves.filter { $0 != Square(4) }
      .map { try Mistake($0, in: position) }
    try inTemporaryFolder { folder in
      let (text, file, _) = try play(
        "1\nbad\nbad\n",
        in: folder,
        mistakes: others
      )
      #expect(text.contains("O plays center."))
      #expect(text.split(separator: "Not marked: with it every ").count == 3)
      #expect(!text.contains(" is no mistake"))
      #expect(file.isEmpty)
    }
  }

  @Test func `a policy without weights says so`() throws {
    let (text, _, _) = try playCorrecting(
      UniformPolicy.first, [], "1\nbad\n", in: "/nonexistent"
    )
    #expect(text.contains("first has no weights to correct"))
  }

  @Test func `the lines of others stay, and a torn one gets its end`() throws {
    try inTemporaryFolder { folder in
      let path = folder + "/mistakes.txt"
      let other = ".../.../... b2"
      try DurableFile(path).write(Array(other.utf8))
      var session = try CorrectionSession(
        player,
        on: .ticTacToe,
        path: path,
        mistakes: []
      )
      let position = try Position("X../.../...")
      _ = try session.mark(Mistake(Square(0), in: position))
      func file() throws -> String {
        String(
          decoding: try DurableFile(path).read(limit: 1000),
          as: UTF8.self
        )
      }
      #expect(try file() == "\(other)\nX../.../... a1\n")
      try AppendLog(path).append(Array("# mine".utf8))
      try session.undo()
      #expect(try file() == "\(other)\n# mine\n")
      #expect(network(session.policy) == policy)
    }
  }

  @Test func `a file that cannot be written marks nothing`() throws {
    let console = Console.inMemory(input: "1\nbad\nquit\n")
    var session = PlaySession(
      on: .ticTacToe,
      corrections: try CorrectionSession(
        player,
        on: .ticTacToe,
        path: "/nonexistent/mistakes.txt",
        mistakes: []
      ),
      seats: .person(.x),
      isPlain: true,
      seed: 1,
      console: console
    )
    #expect(try session.play() == .success)
    try console.flush()
    #expect(console.output.text.contains("Not marked: cannot append to"))
    #expect(network(session.policy) == policy)
  }
}
