internal import TicTacToe

/// The members of an object, asked for by key.
///
///     let object = try JSONField(document).object()
///     let version = try object.member("version").int(in: 1...1)
///     try object.check(keys: ["version", "rules", "seed"])
///     let rules = try object.member("rules").object(keys: ["rows"])
///     let seed = try object.optional("seed")?.uint64()
///
/// Ask for the version before ``check(keys:)``, so that the file of a later
/// version is refused for its version and not for its new keys.
package struct JSONObject: Sendable {
  package let members: [JSON.Member]
  private let path: String

  package init(_ members: [JSON.Member], path: String = "") {
    self.members = members
    self.path = path
  }

  /// Returns the value of a required key.
  ///
  /// - Throws: ``JSONError/missing(path:)``.
  /// - Complexity: O(members).
  package func member(_ key: String) throws(JSONError) -> JSONField {
    guard let field = optional(key) else { throw .missing(path: place(key)) }
    return field
  }

  /// Returns the value of a key, or nil if the key is missing; `null` is a
  /// value like any other.
  ///
  /// - Complexity: O(members).
  package func optional(_ key: String) -> JSONField? {
    members.first { $0.key.isSame(as: key) }.map {
      JSONField($0.value, path: place(key))
    }
  }

  /// Checks that every key is one of `keys`.
  ///
  /// - Throws: ``JSONError/unknownKey(path:)`` for the first other key.
  /// - Complexity: O(members · keys).
  package func check(keys: [String]) throws(JSONError) {
    for member in members where !keys.contains(where: member.key.isSame) {
      throw .unknownKey(path: place(member.key))
    }
  }

  /// The place of a key, which is quoted unless it is a word.
  private func place(_ key: String) -> String {
    let plain =
      !key.isEmpty && key.utf8.count <= 64
      && key.utf8.allSatisfy {
        switch $0 {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"),
          UInt8(ascii: "a")...UInt8(ascii: "z"),
          UInt8(ascii: "A")...UInt8(ascii: "Z"):
          true
        default: false
        }
      }
    let word = plain ? key : key.quotedForPeople
    return path.isEmpty ? word : "\(path).\(word)"
  }
}
