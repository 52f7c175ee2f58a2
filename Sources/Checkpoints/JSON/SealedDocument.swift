internal import TicTacToe

/// Documents that carry a checksum of their own bytes.
///
/// The last key of the top-level object is `checksum`, on its own line; it
/// covers all bytes before that line. A document without that key is accepted,
/// because other programs may write one.
package enum SealedDocument {
  static let key = "checksum"

  /// Returns an object as a file with a checksum.
  ///
  /// - Precondition: no key is `checksum`.
  /// - Complexity: O(bytes).
  package static func seal(_ members: [JSON.Member]) -> [UInt8] {
    precondition(
      !members.contains { $0.key.isSame(as: key) },
      "the members to seal have a checksum already"
    )
    var bytes = JSONWriter.openDocument(members)
    let line = "  \"\(key)\": \"\(Checksum(bytes).text)\"\n}\n"
    bytes.append(contentsOf: line.utf8)
    return bytes
  }

  /// Returns the value of a document, without its checksum.
  ///
  /// - Throws: The errors of ``JSONReader``;
  ///   ``JSONError/damaged(stored:computed:)`` if the checksum is not that of
  ///   the bytes; ``JSONError/mismatch(path:expected:found:)`` if it is not a
  ///   string, not the last key or not on its own line.
  /// - Complexity: O(bytes).
  package static func open(
    _ bytes: [UInt8], limits: JSONLimits = JSONLimits()
  ) throws(JSONError) -> JSON {
    let value = try JSONReader.read(bytes, limits: limits)
    guard case .object(var members) = value,
      let index = members.firstIndex(where: { $0.key.isSame(as: key) })
    else {
      return value
    }
    guard index == members.count - 1, let last = members.popLast() else {
      throw .mismatch(
        path: key, expected: "the last key", found: "keys after it"
      )
    }
    let stored = try JSONField(last.value, path: key).string()
    guard let start = startOfLastLine(bytes, stored: stored) else {
      throw .mismatch(
        path: key, expected: "a line of its own", found: "more on its line"
      )
    }
    let computed = Checksum(bytes[..<start]).text
    guard stored.isSame(as: computed) else {
      throw .damaged(stored: stored.quotedForPeople, computed: computed)
    }
    return .object(members)
  }

  /// Returns the start of the last line before the closing brace, or nil if
  /// there is more on it than the checksum's key and value.
  private static func startOfLastLine(
    _ bytes: [UInt8], stored: String
  ) -> Int? {
    let space = Array(" \t\r\n".utf8)
    guard let brace = bytes.lastIndex(of: UInt8(ascii: "}")),
      let end = bytes[..<brace].lastIndex(where: { !space.contains($0) }),
      bytes[end..<brace].contains(UInt8(ascii: "\n"))
    else {
      return nil
    }
    let before = bytes[...end].lastIndex(of: UInt8(ascii: "\n")) ?? -1
    let line = bytes[(before + 1)...end].filter { !space.contains($0) }
    return line.elementsEqual("\"\(key)\":\"\(stored)\"".utf8)
      ? before + 1 : nil
  }
}
