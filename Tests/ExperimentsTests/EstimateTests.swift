import Experiments
import Testing

@Suite struct EstimateTests {
  @Test func `Wilson's interval of 40 of 40 begins at .912`() throws {
    let all = try #require(Estimate(share: 40, of: 40))
    #expect(all.value == 1 && all.high == 1)
    #expect(abs(all.low - 0.9124) < 1e-4)
    let half = try #require(Estimate(share: 5, of: 10))
    #expect(abs(half.low - 0.2366) < 1e-4 && abs(half.high - 0.7634) < 1e-4)
    #expect(Estimate(share: 0, of: 0) == nil)
  }

  @Test func `a mean has Student's interval`() throws {
    let estimate = try #require(Estimate(mean: [1, 2, 3, 4]))
    #expect(estimate.value == 2.5)
    #expect(abs(estimate.high - 2.5 - 3.1824 * 0.6455) < 1e-3)
    #expect(Estimate(mean: []) == nil)
    let one = try #require(Estimate(mean: [7]))
    #expect(one.low == 7 && one.high == 7)
  }
}
