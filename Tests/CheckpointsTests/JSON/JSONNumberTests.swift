import Checkpoints
import TestSupport
import Testing

@Suite struct JSONNumberTests {
  @Test func `only the grammar of JSON makes a number`() {
    for text in ["0", "-0", "10", "0.5", "1e5", "1E+5", "1.25e-10", "0e1"] {
      #expect(JSON.Number(text)?.text == text)
    }
    for text in [
      "", "-", "+1", "01", "-01", ".5", "1.", "1.e1", "1e", "1e+", "0x1p3",
      "nan", "inf", "1 ", " 1", "1_000", "1,5", "١",
    ] {
      #expect(JSON.Number(text) == nil, "\(text)")
    }
  }

  @Test func `whole numbers are exact to the last`() {
    #expect(JSON.Number("9223372036854775807")?.int == .max)
    #expect(JSON.Number("-9223372036854775808")?.int == .min)
    #expect(JSON.Number("9223372036854775808")?.int == nil)
    #expect(JSON.Number("18446744073709551615")?.uint64 == .max)
    #expect(JSON.Number("18446744073709551616")?.uint64 == nil)
    #expect(JSON.Number("-1")?.uint64 == nil)
    #expect(JSON.Number("-0")?.int == 0)
    for text in ["1.0", "1e3", "0.5", "1e999"] {
      #expect(JSON.Number(text)?.int == nil)
      #expect(JSON.Number(text)?.uint64 == nil)
    }
  }

  @Test func `numbers beyond the range are none, those below round to zero`() {
    #expect(JSON.Number("1e999")?.float == nil)
    #expect(JSON.Number("-1e999")?.double == nil)
    #expect(JSON.Number("3.5e38")?.float == nil)
    #expect(JSON.Number("3.5e38")?.double == 3.5e38)
    #expect(JSON.Number("3.4028235e38")?.float == .greatestFiniteMagnitude)
    #expect(JSON.Number("1e-60")?.float == 0)
    #expect(JSON.Number("-1e-60")?.float?.sign == .minus)
    #expect(JSON.Number("1e-999")?.double == 0)
    #expect(JSON.Number("0e999999999999999999999")?.float == 0)
  }

  @Test func `a number is rounded to Float once`() {
    // Through Double this would round to even, one step lower.
    let text = "1.00000005960464477540"
    #expect(JSON.Number(text)?.float == Float(1).nextUp)
  }

  @Test func `every kind of Float survives its text bit for bit`() throws {
    #if DEBUG
      let step: UInt32 = 50_021
    #else
      let step: UInt32 = 10_007
    #endif
    var checked = 0
    let spread = stride(from: UInt32.min, to: .max, by: Int(step))
    let edges: [UInt32] = [
      0, 1, 2, 0x007F_FFFE, 0x007F_FFFF, 0x0080_0000, 0x0080_0001, 0x3F80_0000,
      0x7F7F_FFFE, 0x7F7F_FFFF,
    ]
    for pattern in Array(spread) + edges + edges.map({ $0 | 0x8000_0000 }) {
      let value = Float(bitPattern: pattern)
      guard value.isFinite else { continue }
      let written = JSON.Number(value)
      let read = try #require(JSON.Number(written.text)?.float)
      if read.bitPattern != pattern {
        Issue.record("\(pattern) became \(read.bitPattern)")
      }
      checked += 1
    }
    #expect(checked > 20_000)
  }

  @Test func `Double survives its text bit for bit`() throws {
    var pattern: UInt64 = 1
    for _ in 0..<5_000 {
      pattern = pattern &* 6_364_136_223_846_793_005 &+ 1
      let value = Double(bitPattern: pattern)
      guard value.isFinite else { continue }
      let read = try #require(JSON.Number(JSON.Number(value).text)?.double)
      #expect(read.bitPattern == pattern)
    }
  }

  @Test func `a number that is not finite is misuse`() async {
    var result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = JSON(Float.nan)
    }
    #expect(result.message.contains("JSON has no number for nan"))
    result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = JSON(Double.infinity)
    }
    #expect(result.message.contains("JSON has no number for inf"))
  }
}
