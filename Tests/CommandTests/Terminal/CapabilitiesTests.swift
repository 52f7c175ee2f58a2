import Command
import Testing

@Suite struct CapabilitiesTests {
  @Test(
    arguments: [
      ("40", nil, 40), ("40", 100, 40), (nil, 100, 100), (nil, nil, 80),
      ("", 100, 100), ("0", 100, 100), ("-5", nil, 80), ("wide", nil, 80),
      ("1", nil, 20), ("1000", nil, 1000),
    ] as [(String?, Int?, Int)]
  )
  func `COLUMNS decides the width, then the window, then 80`(
    columns: String?,
    window: Int?,
    width: Int
  ) {
    var surroundings = Surroundings()
    surroundings.environment["COLUMNS"] = columns
    surroundings.windowWidth = window
    #expect(Capabilities(surroundings).width == width)
  }

  @Test func `each stream is judged by itself`() {
    var surroundings = Surroundings()
    surroundings.environment = ["TERM": "xterm", "LANG": "C.UTF-8"]
    surroundings.errorsIsTerminal = true
    let capabilities = Capabilities(surroundings)
    #expect(!capabilities.colorsOutput)
    #expect(capabilities.colorsErrors)
    #expect(capabilities.redraws)
    #expect(capabilities.charset == .utf8)
  }

  @Test func `a log and a dumb terminal are never redrawn`() {
    var surroundings = Surroundings()
    surroundings.environment = ["TERM": "xterm", "CLICOLOR_FORCE": "1"]
    #expect(!Capabilities(surroundings, color: .always).redraws)
    surroundings.environment = ["TERM": "dumb"]
    surroundings.errorsIsTerminal = true
    #expect(!Capabilities(surroundings, color: .always).redraws)
  }
}
