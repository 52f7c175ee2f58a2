import Testing

@testable import Command

@Suite struct NewFolderTests {
  @Test func `a new folder is named by time and seed`() throws {
    let path = NewFolder.path(in: "runs", seed: 7)
    #expect(path.wholeMatch(of: /runs\/20\d{6}-\d{6}-7/) != nil, "\(path)")
  }
}
