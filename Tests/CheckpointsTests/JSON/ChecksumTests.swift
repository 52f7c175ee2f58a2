import Checkpoints
import Testing

@Suite struct ChecksumTests {
  /// From test_fnv.c by Landon Curt Noll.
  static let vectors = [
    ("", "cbf29ce484222325"), ("a", "af63dc4c8601ec8c"),
    ("b", "af63df4c8601f1a5"), ("c", "af63de4c8601eff2"),
    ("foo", "dcb27518fed9d577"), ("foob", "dd120e790c2512af"),
    ("fooba", "cac165afa2fef40a"), ("foobar", "85944171f73967e8"),
  ]

  @Test(arguments: vectors)
  func `checksums are those published`(text: String, checksum: String) {
    #expect(Checksum(Array(text.utf8)).text == checksum)
  }

  @Test func `a checksum always has 16 digits`() {
    for byte in UInt8.min ... .max {
      #expect(Checksum([byte, byte &* 7]).text.utf8.count == 16)
    }
  }
}
