/// A text that equals another only if its bytes do.
///
/// `String` compares and hashes canonical equivalents as one, and takes a time
/// quadratic in the marks on a letter: seconds for what a stranger may write.
///
/// - Complexity: O(bytes) to compare and to hash.
package struct ByteText: Hashable, Comparable, Sendable {
  package let text: String

  package init(_ text: some StringProtocol) { self.text = String(text) }

  package static func == (one: Self, other: Self) -> Bool {
    one.text.utf8.elementsEqual(other.text.utf8)
  }

  package static func < (one: Self, other: Self) -> Bool {
    one.text.utf8.lexicographicallyPrecedes(other.text.utf8)
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(Array(text.utf8))
  }
}

extension ByteText: ExpressibleByStringLiteral {
  package init(stringLiteral text: String) { self.text = text }
}

extension StringProtocol {
  /// Whether the bytes are those of another text.
  package func isSame(as other: some StringProtocol) -> Bool {
    utf8.elementsEqual(other.utf8)
  }

  /// Whether the bytes begin with those of `prefix`.
  package func begins(with prefix: some StringProtocol) -> Bool {
    utf8.starts(with: prefix.utf8)
  }

  /// The lines, which end in a line feed, in bytes.
  package var byteLines: [Substring] {
    utf8.split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false
    ).map { Substring(String(decoding: $0, as: UTF8.self)) }
  }

  /// The words between bytes of ASCII.
  package func words(between separators: String) -> [String] {
    utf8.split { separators.utf8.contains($0) }
      .map { String(decoding: $0, as: UTF8.self) }
  }
}

extension CaseIterable where Self: RawRepresentable<String> {
  /// The case with exactly these bytes; nil without one.
  package static func named(_ text: some StringProtocol) -> Self? {
    allCases.first { $0.rawValue.isSame(as: text) }
  }
}
