import Foundation
import Players
import Testing

// The short form of `.ci/fuzz/run`: a broken promise traps.
@Suite struct FuzzTargetTests {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().appending(path: "../../../.ci/fuzz")

  /// The files a target begins with.
  private func corpus(_ target: FuzzTarget) throws -> [[UInt8]] {
    let folder = Self.folder.appending(path: "corpus/\(target.rawValue)")
    return try FileManager.default
      .contentsOfDirectory(atPath: folder.path).sorted()
      .map { Array(try Data(contentsOf: folder.appending(path: $0))) }
  }

  /// The words of the dictionary, out of their quotes.
  private func words() throws -> [[UInt8]] {
    let file = Self.folder.appending(path: "words.txt")
    return String(decoding: try Data(contentsOf: file), as: UTF8.self)
      .split(separator: "\n").filter { $0.hasPrefix("\"") }
      .map { $0.dropFirst().dropLast().replacing("\\\"", with: "\"") }
      .map { Array($0.utf8) }
  }

  @Test(arguments: FuzzTarget.allCases)
  func `some of what the fuzzer begins with is accepted`(
    _ target: FuzzTarget
  ) throws {
    #expect(try corpus(target).contains(where: target.accepts))
  }

  @Test(arguments: FuzzTarget.allCases)
  func `no change of it breaks a promise`(_ target: FuzzTarget) throws {
    let mutation = Mutation(words: try words(), corpus: try corpus(target))
    var rng = SeededGenerator(seed: 1)
    let accepted = (1...200).count { _ in
      target.accepts(mutation.bytes(using: &rng))
    }
    // Neither reader nor change is such that nothing is tried.
    #expect(1..<200 ~= accepted)
  }
}
