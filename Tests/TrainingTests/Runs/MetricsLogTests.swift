import Foundation
import TestSupport
import Testing

@testable import Training

@Suite struct MetricsLogTests {
  /// Cuts a log to continue a run at game 320; returns what is left of it.
  private func cut(_ text: String) throws -> (text: String, seconds: Double) {
    var recipe = PolicyGradient.Recipe()
    recipe.hidden = 2
    recipe.games = 640
    var run = TrainingRun(
      RunOptions(seed: 1, goal: .games, recipe: recipe)
    )
    while run.done < 320 { _ = try run.advance() }
    return try inTemporaryFolder { folder in
      let path = folder + "/metrics.jsonl"
      try Data(text.utf8).write(to: URL(filePath: path))
      let seconds = try MetricsLog(path: path).cut(toContinue: run)
      return (try String(contentsOfFile: path, encoding: .utf8), seconds)
    }
  }

  private func line(_ games: Int) -> String {
    "{\"games\": \(games), \"seconds\": \(Double(games) / 100)}\n"
  }

  @Test func `lines past the checkpoint are cut`() throws {
    let kept = line(160) + line(320)
    let (text, seconds) = try cut(kept + line(336) + line(352))
    #expect(text == kept)
    #expect(seconds == 3.2)
    #expect(try cut(kept).text == kept)
    #expect(try cut("") == ("", 0))
  }

  @Test func `a torn line is cut, even one within the checkpoint`() throws {
    #expect(try cut(line(160) + "{\"games\": 3").text == line(160))
    #expect(try cut(line(160) + line(320).dropLast()).text == line(160))
  }

  @Test func `the last line of a run is cut, to be made again`() throws {
    let last = "{\"games\": 320, \"seconds\": 9, \"done\": true}\n"
    let (text, seconds) = try cut(line(160) + last)
    #expect(text == line(160))
    #expect(seconds == 1.6)
  }

  @Test(arguments: ["", "# mine", "{", "[1]", "{\"steps\": 1}", "\0\0"])
  func `an odd line stays, and so do those after it`(odd: String) throws {
    let kept = odd + "\n" + line(160) + odd + "\n" + line(320)
    #expect(try cut(kept + line(336)) == (kept, 3.2))
  }
}
