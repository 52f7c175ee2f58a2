import Testing
import Training

@Suite struct ScheduleTests {
  @Test func `a linear schedule meets both ends and the middle`() {
    #expect(Schedule.linear(from: 4, to: 2, at: 0) == 4)
    #expect(Schedule.linear(from: 4, to: 2, at: 0.5) == 3)
    #expect(Schedule.linear(from: 4, to: 2, at: 1) == 2)
  }

  @Test func `a geometric schedule halves at equal steps`() {
    for step in 0...4 {
      let value = Schedule.geometric(from: 16, to: 1, at: Float(step) / 4)
      let expected = Float(1 << (4 - step))
      #expect(abs(value - expected) < 1e-5 * expected)
    }
  }

  @Test func `an end of 0 is reached, and no extreme overflows`() {
    #expect(Schedule.geometric(from: 0.5, to: 0, at: 1) == 0)
    #expect(Schedule.geometric(from: 0.5, to: 0, at: 0.5) < 0.001)
    for (start, end) in [
      (10, .leastNonzeroMagnitude), (.leastNonzeroMagnitude, 10), (0, 10),
      (10, 1e-37),
    ]
      as [(Float, Float)]
    {
      for progress in [Float(0), 0.5, 1] {
        let value = Schedule.geometric(from: start, to: end, at: progress)
        #expect(value.isFinite && value >= 0)
      }
    }
  }
}
