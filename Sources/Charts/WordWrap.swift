/// Breaking text into lines at spaces.
package enum WordWrap {
  /// The lines of `text`, none longer than `fits` allows, but for a single word
  /// that is.
  ///
  /// The first line starts after `indent` spaces, the others after `hanging`,
  /// by default the same.
  package static func lines(
    _ text: String, indent: Int = 0, hanging: Int? = nil, fits: (String) -> Bool
  ) -> [String] {
    let later = String(repeating: " ", count: hanging ?? indent)
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, fits("\(last) \(word)") {
        lines[lines.count - 1] += " \(word)"
      } else {
        let margin =
          lines.isEmpty ? String(repeating: " ", count: indent) : later
        lines.append(margin + word)
      }
    }
    return lines
  }
}
