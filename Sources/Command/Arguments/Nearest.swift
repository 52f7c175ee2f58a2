/// The known names nearest to a word.
package enum Nearest {
  /// The nearest name; nil if no name is near.
  package static func name(to word: String, among names: [String]) -> String? {
    Nearest.names(to: word, among: names, limit: 1).first
  }

  /// The near names, nearest first; ties keep the order given.
  ///
  /// A name is near if it differs by at most one edit per three letters, or
  /// starts with the word and that has three letters. Case does not count.
  package static func names(
    to word: String, among names: [String], limit: Int
  ) -> [String] {
    // Longer than any name here, and the distance takes quadratic time.
    guard word.utf8.count <= 256 else { return [] }
    let word = letters(word)
    guard (1...64).contains(word.count) else { return [] }
    return names.enumerated()
      .compactMap { index, name -> (distance: Int, index: Int, name: String)? in
        let other = letters(name)
        let edits = distance(word, other)
        if edits <= max(1, max(word.count, other.count) / 3),
          edits < other.count
        {
          return (edits, index, name)
        }
        return word.count >= 3 && other.starts(with: word)
          ? (edits, index, name) : nil
      }
      .sorted { ($0.distance, $0.index) < ($1.distance, $1.index) }
      .prefix(limit)
      .map(\.name)
  }

  /// Insertions, deletions, replacements and swaps of neighbors between the
  /// two, no letter edited twice.
  ///
  /// Damerau (1964), in the restricted form: optimal string alignment.
  ///
  /// - Complexity: O(`first.count` · `second.count`)
  package static func distance(_ first: [Character], _ second: [Character])
    -> Int
  {
    guard !first.isEmpty else { return second.count }
    var beforeLast = [Int](repeating: 0, count: second.count + 1)
    var last = Array(0...second.count)
    for i in first.indices {
      var row = [i + 1]
      for j in second.indices {
        let replaced = last[j] + (first[i] == second[j] ? 0 : 1)
        var least = min(row[j] + 1, last[j + 1] + 1, replaced)
        if i > 0, j > 0, first[i] == second[j - 1], first[i - 1] == second[j] {
          least = min(least, beforeLast[j - 1] + 1)
        }
        row.append(least)
      }
      beforeLast = last
      last = row
    }
    return last[second.count]
  }

  private static func letters(_ word: String) -> [Character] {
    Array(word.lowercased().drop { $0 == "-" })
  }
}
