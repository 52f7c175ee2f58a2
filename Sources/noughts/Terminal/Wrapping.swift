/// Breaking text into lines at spaces.
package enum Wrapping {
  /// The lines of `text`, each at most `width` columns where words allow.
  ///
  /// The first line starts after `indent` spaces, the others after `hanging`
  /// (by default the same). A word longer than a line stays whole: nothing is
  /// cut.
  package static func lines(
    _ text: String,
    width: Int,
    indent: Int = 0,
    hanging: Int? = nil
  ) -> [String] {
    let later = String(repeating: " ", count: hanging ?? indent)
    var lines: [String] = []
    var line = String(repeating: " ", count: indent)
    var isEmpty = true
    for word in text.split(separator: " ") {
      if !isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        line = later
        isEmpty = true
      }
      line += isEmpty ? word : " \(word)"
      isEmpty = false
    }
    return isEmpty ? lines : lines + [line]
  }
}
