import Charts
import TestSupport
import Testing

@Suite struct LineChartSVGTests {
  @Test func `every series has a curve, a band and a place in the legend`()
    throws
  {
    let tags = try #require(SVGTags(sampleChart.svg))
    #expect(tags.count("path", class: "band") == 7)
    #expect(tags.count("path", class: "curve") == 14)
    for index in 0..<7 {
      #expect(tags.texts.contains("loss \(index) &lt;&amp;&gt;"))
    }
    #expect(Set(tags.values(of: "stroke-dasharray")).count == 7)
    #expect(tags.texts.contains("100k"))
    #expect(!sampleChart.svg.contains("nan"))
  }

  @Test func `the legend stands right of all data`() throws {
    let tags = try #require(SVGTags(sampleChart.svg))
    let curves = tags.opening.filter { $0.contains("class=\"curve\"") }
    let starts = curves.compactMap { tag in
      tag.split(separator: " d=\"M").last.flatMap {
        Double($0.prefix { $0 != " " })
      }
    }
    #expect(starts.count == 14)
    #expect(starts.suffix(7).allSatisfy { $0 > 640 })
    let ends = curves.prefix(7).compactMap { tag in
      tag.split(separator: "L").last.flatMap { Double($0.prefix { $0 != " " }) }
    }
    #expect(ends.count == 7)
    #expect(ends.allSatisfy { $0 <= 636 })
  }

  @Test func `two charts stand below each other in one picture`() throws {
    let svg = LineChart.svg(of: [sampleChart, sampleChart], title: "two")
    let tags = try #require(SVGTags(svg))
    #expect(tags.count("path", class: "curve") == 28)
    #expect(tags.texts.contains("two"))
    #expect(svg.contains("height=\"908\""))
    #expect(svg.contains("translate(0 454)"))
  }

  @Test func `the same chart is the same text`() {
    #expect(sampleChart.svg == sampleChart.svg)
  }

  @Test func `a chart without points is a chart`() throws {
    let empty = LineChart(
      title: "",
      x: Axis(""),
      y: Axis(""),
      series: [.init("nothing", [])]
    )
    #expect(SVGTags(empty.svg) != nil)
  }

  @Test func `points no axis can show are misuse`() async {
    let result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = LineChart(
        title: "",
        x: Axis("", scale: .logarithmic),
        y: Axis(""),
        series: [.init("a", [.init(0, 1)])]
      )
    }
    #expect(result.message.contains("0.0 on the logarithmic axis"))
  }
}
