import Charts
import TestSupport
import Testing

@Suite struct AxisTests {
  @Test func `an axis goes from the least to the greatest`() {
    let linear = FittedAxis(Axis("a"), around: [3, -1, 2])
    #expect(linear.shown == -1...3)
    #expect([-1, 0, 3].map(linear.fraction) == [0, 0.25, 1])
    let scale = Axis("a", scale: .logarithmic)
    let logarithmic = FittedAxis(scale, around: [1, 10_000])
    #expect(abs(logarithmic.fraction(100) - 0.5) < 1e-12)
  }

  @Test func `outside lies at the end`() {
    let axis = FittedAxis(Axis("a", range: 0...1), around: [0.5, 7])
    #expect(axis.shown == 0...1)
    #expect([-1, 7, 0.5].map(axis.fraction) == [0, 1, 0.5])
    #expect(axis.padded(by: 0.1).fraction(0) == 0)
  }

  @Test func `padding keeps data off the ends, unless a range is given`() {
    let axis = FittedAxis(Axis("a"), around: [0, 1]).padded(by: 0.5)
    #expect([0, 1].map(axis.fraction) == [0.25, 0.75])
  }

  @Test func `no data and equal data have an axis too`() {
    #expect(FittedAxis(Axis("a"), around: []).shown == 0...1)
    #expect(FittedAxis(Axis("a"), around: [0, 0]).shown == -1...1)
    #expect(FittedAxis(Axis("a"), around: [4]).shown == 2...6)
    let scale = Axis("a", scale: .logarithmic)
    #expect(FittedAxis(scale, around: [4]).shown == 2...8)
  }

  @Test func `numbers no axis can show are misuse`() async {
    var result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = FittedAxis(Axis("a"), around: [.nan])
    }
    #expect(result.message.contains("nan on the linear axis a"))
    result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = FittedAxis(Axis("a", scale: .logarithmic), around: [0])
    }
    #expect(result.message.contains("0.0 on the logarithmic axis a"))
    result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = Axis("a", scale: .logarithmic, range: 0...1)
    }
    #expect(result.message.contains("0.0...1.0 on a logarithmic axis"))
  }
}
