import Testing

@testable import Experiments

@Suite struct ParityTests {
  private func parity(_ values: [Double]) throws -> Parity {
    Parity(try #require(Estimate(mean: values)))
  }

  @Test func `the interval decides`() throws {
    #expect(try parity([0.02, 0.021, 0.022]) == .better)
    #expect(try parity([0.001, -0.001, 0.002, -0.002]) == .parity)
    #expect(try parity([-0.004, -0.0041, -0.0042]) == .parity)
    #expect(try parity([-0.02, -0.021, -0.022]) == .worse)
    // Either side of the margin.
    #expect(try parity([-0.0090, -0.0091, -0.0092]) == .parity)
    #expect(try parity([-0.0110, -0.0111, -0.0112]) == .worse)
    #expect(try parity([0.1, -0.1, 0.1, -0.1]) == .unknown)
    #expect(try parity([0.02]) == .unknown, "one pair has no interval")
  }
}
