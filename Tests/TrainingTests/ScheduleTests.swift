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
    #expect(Schedule.geometric(from: 0.5, to: 0, at: 1) == 0.5)
  }
}
