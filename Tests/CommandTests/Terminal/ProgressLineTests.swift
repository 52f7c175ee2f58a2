import Command
import Testing

@Suite struct ProgressLineTests {
  private let variants = { ["██ 61,440 games", "61,440", "61k"] }

  @Test(arguments: [
    (80, "██ 61,440 games"), (16, "██ 61,440 games"), (15, "61,440"),
    (7, "61,440"), (6, "61k"), (3, "61"), (1, ""),
  ])
  func `the longest variant that leaves a column free is drawn`(
    width: Int,
    text: String
  ) {
    var line = ProgressLine(mode: .redrawn(width: width), charset: .utf8)
    #expect(line.update(at: .zero, variants) == "\r\(text)\u{1b}[K")
  }

  @Test func `it is drawn ten times a second at most`() {
    var line = ProgressLine(mode: .redrawn(width: 80), charset: .utf8)
    let drawn = (0..<1_000).filter {
      line.update(at: .milliseconds($0), variants) != nil
    }
    #expect(drawn == Array(stride(from: 0, to: 1_000, by: 100)))
  }

  @Test func `text is made only when it is drawn`() {
    var line = ProgressLine(mode: .redrawn(width: 80), charset: .utf8)
    var count = 0
    for _ in 0..<10 {
      _ = line.update(at: .zero) {
        count += 1
        return ["text"]
      }
    }
    #expect(count == 1)
  }

  @Test func `once cleared it is drawn again at once`() {
    var line = ProgressLine(mode: .redrawn(width: 80), charset: .utf8)
    #expect(line.clear() == nil)
    _ = line.update(at: .zero, variants)
    #expect(line.clear() == "\r\u{1b}[K")
    #expect(line.clear() == nil)
    #expect(line.update(at: .milliseconds(1), variants) != nil)
  }

  @Test func `a log gets whole lines, now and then and at the end`() {
    var line = ProgressLine(mode: .logged(width: .max), charset: .ascii)
    let logged = (0...12).filter {
      line.update(at: .seconds($0), variants) != nil
    }
    #expect(logged == [5, 10])
    #expect(line.clear() == nil)
    #expect(line.finish(variants) == "## 61,440 games\n")
  }

  @Test func `a log on a terminal keeps to its width`() {
    var line = ProgressLine(mode: .logged(width: 15), charset: .utf8)
    #expect(line.update(at: .zero, variants) == nil)
    #expect(line.update(at: .seconds(5), variants) == "61,440\n")
    #expect(line.finish(variants) == "61,440\n")
  }

  @Test func `silence is silence`() {
    var line = ProgressLine(mode: .silent, charset: .utf8)
    #expect(line.update(at: .seconds(100), variants) == nil)
    #expect(line.clear() == nil)
    #expect(line.finish(variants) == nil)
  }
}
