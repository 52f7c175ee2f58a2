import Checkpoints
import Foundation
import TestSupport
import Testing
import Training

// Checkpoints that someone changed by hand, without their checksum: what no run
// can have written is refused, and by what is said of it.
@Suite struct TrainingRunJSONTests {
  /// The checkpoint of a short run as text, without its checksum.
  private func checkpoint(
    games: Int = 32, _ negatives: PolicyGradient.Recipe.Negatives = .all
  ) throws -> String {
    var recipe = PolicyGradient.Recipe()
    recipe.hidden = 2
    recipe.games = 64
    recipe.evaluateEvery = 64
    recipe.negativeRounds = 1
    recipe.negatives = negatives
    var run = TrainingRun(
      RunOptions(seed: 1, goal: .games, recipe: recipe)
    )
    while run.done < games { _ = try run.advance() }
    let text = String(decoding: run.checkpoint(version: "t"), as: UTF8.self)
    return text.replacing(/,\n *"checksum.*\n/, with: "\n")
  }

  /// What is said of a checkpoint in which a pattern was replaced once.
  private func message(
    replacing pattern: String,
    with text: String
  ) throws -> String? {
    let whole = try checkpoint()
    let range = try #require(
      whole.range(of: pattern, options: .regularExpression)
    )
    let changed = whole.replacingCharacters(in: range, with: text)
    do throws(JSONError) {
      _ = try TrainingRun(checkpoint: Array(changed.utf8))
      return nil
    } catch {
      return "\(error)"
    }
  }

  @Test func `a checkpoint without its checksum is as good`() throws {
    let whole = try checkpoint()
    #expect(!whole.contains("checksum"))
    let run = try TrainingRun(checkpoint: Array(whole.utf8))
    #expect(run.done == 32)
  }

  @Test(
    arguments: [
      ("\"games\": 32", "\"games\": 33", "a multiple of 16"),
      ("\"games\": 32", "\"games\": 65", "64"),
      ("\"updates\": 2", "\"updates\": 3", "2"),
      ("\"squares\": \\[", "\"squares\": [-1, ", "numbers"),
      ("\"squares\": \\[[^,]*,", "\"squares\": [-1,", "no negative number"),
      ("\"hidden\": 2", "\"hidden\": 3", "sizes [18, 3, 9]"),
      ("\\[\"\\.\\.\\./\\.\\.\\./\\.\\.\\.\"", "[\"X\"", "a position of 3×3"),
      (
        "\\[\"\\.\\.\\./\\.\\.\\./\\.\\.\\.\"", "[\"OO./.../XXX\"",
        "a position that is not over"
      ),
      (
        "\\[\"\\.\\.\\./\\.\\.\\./\\.\\.\\.\"(.*)",
        "[\".../.../...\", 1, 0], [\".../.../...\", 1, 0],", "each once"
      ),
      (
        "\\[\"\\.\\.\\./\\.\\.\\./\\.\\.\\.\".*",
        "[\".../.../...\", 1, 1.5],", "a mean return from -1 to 1"
      ),
      ("\"learning-rate\": [^,]*", "\"learning-rate\": 1e9", "a number from"),
      (
        "\"unbeatable\": \\{ \"first\": null, \"since\": null",
        "\"unbeatable\": { \"first\": null, \"since\": 16", "first ≤ since"
      ),
      (
        "\"unbeatable\": \\{ \"first\": null, \"since\": null",
        "\"unbeatable\": { \"first\": 16, \"since\": 8", "first ≤ since"
      ),
      (
        "\"unbeatable\": \\{ \"first\": null, \"since\": null",
        "\"unbeatable\": { \"first\": 48, \"since\": null", "first ≤ since"
      ),
      ("\"hindsight\": [0-9]+", "\"hindsight\": -1", "unlearned.hindsight"),
      ("\"rounds\": [0-9]+", "\"round\": 0", "unlearned.round"),
      // More than a move a game, more than a round an evaluation, and steps
      // without a round.
      ("\"hindsight\": [0-9]+", "\"hindsight\": 33", "at most 32 moves"),
      ("\"rounds\": [0-9]+", "\"rounds\": 2", "1 rounds"),
      ("\"steps\": [0-9]+", "\"steps\": 1", "10 steps in each"),
      ("\"unlearned\": \\{[^}]*\\},", "", "unlearned"),
      ("\"negative-floor\": [^,]*", "\"negative-floor\": 1", "a number from"),
      ("\"negatives\": \"all\"", "\"negatives\": \"none\"", "unlearned"),
    ]
  )
  func `what no run can have written is refused`(
    pattern: String,
    replacement: String,
    words: String
  ) throws {
    let message = try message(replacing: pattern, with: replacement)
    #expect(message?.contains(words) == true, "\(message ?? "accepted")")
  }

  @Test func `a run begun before bad moves were counted counts none`() throws {
    let text = try checkpoint(games: 32, .hindsight).replacing(
      /\n *"unlearned": \{[^}]*\},/, with: ""
    )
    #expect(!text.contains("unlearned"))
    var run = try TrainingRun(checkpoint: Array(text.utf8))
    #expect(run.unlearning == nil)
    while !run.isDone { _ = try run.advance() }
    #expect(run.unlearning == nil)
  }
}
