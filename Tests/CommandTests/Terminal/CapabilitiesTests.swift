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
    var environment = Environment()
    environment.variables["COLUMNS"] = columns
    environment.windowWidth = window
    #expect(Capabilities(environment).width == width)
  }

  @Test func `each stream is judged by itself`() {
    var environment = Environment()
    environment.variables = ["TERM": "xterm", "LANG": "C.UTF-8"]
    environment.errorsIsTerminal = true
    let capabilities = Capabilities(environment)
    #expect(!capabilities.colorsOutput)
    #expect(capabilities.colorsErrors)
    #expect(capabilities.redraws)
    #expect(capabilities.charset == .utf8)
  }

  @Test func `a log and a dumb terminal are never redrawn`() {
    var environment = Environment()
    environment.variables = ["TERM": "xterm", "CLICOLOR_FORCE": "1"]
    #expect(!Capabilities(environment, color: .always).redraws)
    environment.variables = ["TERM": "dumb"]
    environment.errorsIsTerminal = true
    #expect(!Capabilities(environment, color: .always).redraws)
  }
}
