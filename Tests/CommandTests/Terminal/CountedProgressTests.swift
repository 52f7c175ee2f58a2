import Testing

@testable import Command

@Suite struct CountedProgressTests {
  @Test func `it says how many of how many, longest first`() {
    var progress = CountedProgress()
    progress.update(1_000, of: 4_000)
    progress.update(2_000, of: 4_000)
    #expect(progress.last == (2_000, 4_000))
    #expect(progress.fraction == "2,000/4,000")
    let variants = progress.variants("games \(progress.fraction)")
    #expect(variants.count == 3)
    #expect(variants[0].hasPrefix("50% █████░░░░░  games 2,000/4,000  ETA "))
    #expect(variants[1] == "50% games 2,000/4,000")
    #expect(variants[2] == "50%")
  }

  @Test func `nothing to do is no division by nothing`() {
    var progress = CountedProgress()
    progress.update(0, of: 0)
    for line in progress.variants(progress.fraction) {
      #expect(!line.lowercased().contains("nan"))
    }
  }
}
