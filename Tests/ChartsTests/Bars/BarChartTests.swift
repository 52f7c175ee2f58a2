import Charts
import TestSupport
import Testing

@Suite struct BarChartTests {
  private let chart = BarChart(
    title: "Unbeatable",
    axis: Axis("share of 40 seeds", range: 0...1),
    groups: [
      .init(
        "4,000 steps",
        [
          .init("ascent & more", 0.5, in: 0.25...0.75),
          .init("unlikelihood", 1),
        ]
      ),
      .init("", [.init("nothing", 0)]),
    ]
  )

  @Test func `bars start at zero and are as long as their values`() throws {
    let tags = try #require(SVGTags(chart.svg))
    let bars = tags.opening.filter { $0.contains("class=\"bar\"") }
    let widths = bars.compactMap { tag in
      tag.split(separator: " width=\"").last.flatMap {
        Double($0.prefix { $0 != "\"" })
      }
    }
    #expect(widths == [210, 420, 0])
    #expect(tags.count("path", class: "whiskers") == 1)
  }

  @Test func `labels stand to the left, figures to the right`() throws {
    let texts = try #require(SVGTags(chart.svg)).texts
    #expect(texts.contains("ascent &amp; more"))
    #expect(texts.contains("0.50 [0.25, 0.75]"))
    #expect(texts.contains("1.00"))
    #expect(texts.contains("0.00"))
    #expect(texts.contains("4,000 steps"))
  }

  @Test func `bars below zero go left`() throws {
    let below = BarChart(
      title: "",
      axis: Axis(""),
      groups: [.init("", [.init("a", -3), .init("b", 1)])]
    )
    let tags = try #require(SVGTags(below.svg))
    #expect(tags.values(of: "width").contains("315"))
    #expect(tags.texts.contains("-3.00"))
  }

  @Test func `a logarithmic axis has no zero and is misuse`() async {
    let result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = BarChart(
        title: "",
        axis: Axis("", scale: .logarithmic),
        groups: []
      )
    }
    #expect(result.message.contains("bars on a logarithmic axis"))
  }
}
