import Charts
import TestSupport
import Testing

@Suite struct LineChartTextTests {
  @Test(arguments: [LineChart.Charset.utf8, .ascii])
  func `no line is too wide, nor are there too many`(
    charset: LineChart.Charset
  ) {
    for width in [20, 21, 33, 40, 80, 133] {
      for height in [1, 14, 24, 50] {
        let text = sampleChart.text(
          width: width,
          height: height,
          charset: charset
        )
        let lines = text.split(
          separator: "\n",
          omittingEmptySubsequences: false
        )
        #expect(lines.allSatisfy { $0.count <= width })
        #expect(lines.allSatisfy { $0.last != " " })
        if width >= 80, height >= 14 { #expect(lines.count == height) }
      }
    }
  }

  @Test func `ASCII has only ASCII, and a letter for each series`() {
    let text = sampleChart.text(width: 80, height: 24, charset: .ascii)
    #expect(text.utf8.allSatisfy { $0 < 0x80 })
    for letter in "abcdefg" { #expect(text.contains("\(letter)\(letter)")) }
  }

  @Test func `braille curves carry their letters`() {
    let text = sampleChart.text(width: 80, height: 24, charset: .utf8)
    let rows = text.split(separator: "\n").filter {
      $0.contains("│") || $0.contains("┤")
    }
    let cells = rows.flatMap { $0.drop { $0 != "│" && $0 != "┤" }.dropFirst() }
    for letter in "abcdefg" {
      #expect((1...3).contains(cells.count { $0 == letter }), "\(letter)")
    }
    let braille: ClosedRange<Character> = "\u{2801}"..."\u{28ff}"
    #expect(cells.contains { braille.contains($0) })
  }

  @Test func `a small chart, whole`() {
    let chart = LineChart(
      title: "Two lines that cross",
      x: Axis("x"),
      y: Axis("y"),
      series: [
        .init("up", [.init(0, 0), .init(10, 10)]),
        .init("down", [.init(0, 10), .init(10, 0)]),
      ]
    )
    #expect(
      chart.text(width: 24, height: 10, charset: .ascii) == """
        Two lines that cross
        y
        10 +bbb              aaa
           |   bbbbb    aaaaa
         5 +        aaaa
           |   aaaaa    bbbbb
         0 +aaa              bbb
           ++---------+--------+
            0         5       10
                    x
        """
    )
  }

  @Test func `after z the letters begin again`() {
    #expect(
      (0...27).map(LineChart.letter).map(String.init).joined().suffix(4)
        == "yzab"
    )
  }

  @Test func `a title cannot move the cursor`() {
    let chart = LineChart(
      title: "a\u{1b}[2J b\r",
      x: Axis(""),
      y: Axis(""),
      series: [.init("c\nd", [.init(1, 1)])]
    )
    let text = chart.text(width: 40, height: 10, charset: .ascii)
    #expect(text.hasPrefix("a?[2J b?\n"))
    #expect(text.split(separator: "\n").count == 10)
  }

  @Test func `a chart too narrow is misuse`() async {
    let result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = sampleChart.text(width: 19, height: 10, charset: .utf8)
    }
    #expect(result.message.contains("a chart 19 characters wide, at least 20"))
  }
}
