import Charts
import TestSupport
import Testing

@Suite struct SVGWriterTests {
  @Test func `elements hold elements, texts or nothing`() {
    var svg = SVGWriter(width: 4, height: 2.5, unit: "mm", title: "A")
    svg.group("g", ["id": "b"]) {
      $0.element("rect", ["width": .number(1 / 3.0)])
    }
    #expect(
      svg.finish() == """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2.5" \
        width="4mm" height="2.5mm" role="img">
        <title>A</title>
        <g id="b">
        <rect width="0.33"/>
        </g>
        </svg>

        """
    )
  }

  @Test func `what XML would misread is escaped`() throws {
    var svg = SVGWriter(width: 1, height: 1, title: "a < b & \"c\"\n>")
    svg.element("text", ["id": "\"<&>"], text: "\u{1b}[0m é \u{fffe}\0")
    let tags = try #require(SVGTags(svg.finish()))
    #expect(
      tags.texts == [
        "a &lt; b &amp; &quot;c&quot; &gt;",
        "\u{fffd}[0m é \u{fffd}\u{fffd}",
      ]
    )
    #expect(tags.values(of: "id") == ["&quot;&lt;&amp;&gt;"])
  }

  @Test func `numbers that are not coordinates are misuse`() async {
    var result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = SVGWriter.coordinate(.nan)
    }
    #expect(result.message.contains("a coordinate of nan"))
    result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = SVGWriter.coordinate(-1e12)
    }
    #expect(result.message.contains("a coordinate of -1000000000000.0"))
  }

  @Test func `the check of the tests finds what is wrong`() {
    for wrong in ["<svg >", "<svg ><g></svg></g>", "<svg >&</svg>", "<g/>"] {
      #expect(SVGTags(wrong) == nil, "\(wrong)")
    }
    #expect(SVGTags("<svg ><g a=\"b\"/>&amp;</svg>") != nil)
  }
}
