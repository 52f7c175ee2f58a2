import Checkpoints
import TestSupport
import Testing

@Suite struct JSONNumberTests {
  @Test func `only the grammar of JSON makes a number`() throws {
    for text in ["0", "-0", "10", "0.5", "1e5", "1E+5", "1.25e-10", "0e1"] {
      #expect(try JSONReader.read(Array(text.utf8)) == .number(text))
    }
    for text in [
      "", "-", "+1", "01", "-01", ".5", "1.", "1.e1", "1e", "1e+", "0x1p3",
      "nan", "inf", "1_000", "1,5", "١",
    ] {
      #expect(throws: JSONError.self, "\(text)") {
        try JSONReader.read(Array(text.utf8))
      }
    }
  }

  @Test func `whole numbers are exact to the last`() {
    #expect((try? JSONField(.number("9223372036854775807")).int()) == .max)
    #expect((try? JSONField(.number("-9223372036854775808")).int()) == .min)
    #expect((try? JSONField(.number("9223372036854775808")).int()) == nil)
    #expect((try? JSONField(.number("18446744073709551615")).uint64()) == .max)
    #expect((try? JSONField(.number("18446744073709551616")).uint64()) == nil)
    #expect((try? JSONField(.number("-1")).uint64()) == nil)
    #expect((try? JSONField(.number("-0")).int()) == 0)
    for text in ["1.0", "1e3", "0.5", "1e999"] {
      #expect((try? JSONField(.number(text)).int()) == nil)
      #expect((try? JSONField(.number(text)).uint64()) == nil)
    }
  }

  @Test func `numbers beyond the range are none, those below round to zero`()
    throws
  {
    #expect((try? JSONField(.number("1e999")).float()) == nil)
    #expect((try? JSONField(.number("-1e999")).double()) == nil)
    #expect((try? JSONField(.number("3.5e38")).float()) == nil)
    #expect((try? JSONField(.number("3.5e38")).double()) == 3.5e38)
    let greatest = try JSONField(.number("3.4028235e38")).float()
    #expect(greatest == .greatestFiniteMagnitude)
    #expect((try? JSONField(.number("1e-60")).float()) == 0)
    #expect((try? JSONField(.number("-1e-60")).float())?.sign == .minus)
    #expect((try? JSONField(.number("1e-999")).double()) == 0)
    #expect((try? JSONField(.number("0e999999999999999999999")).float()) == 0)
  }

  @Test func `a number is rounded to Float once`() {
    // Through Double this would round to even, one step lower.
    let text = "1.00000005960464477540"
    #expect((try? JSONField(.number(text)).float()) == Float(1).nextUp)
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
      let read = try JSONField(JSON(value)).float()
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
      let read = try JSONField(JSON(value)).double()
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
