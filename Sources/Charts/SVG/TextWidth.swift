/// Estimates of the width of text without a font: a little more than the widest
/// common sans-serif needs, so that no text is cut.
package enum TextWidth {
  /// The fonts of charts, all narrower than the estimates.
  static let fonts = "Helvetica, Arial, 'Liberation Sans', sans-serif"

  /// The width of a text, in units of its font size.
  ///
  /// - Complexity: O(*n*) in its characters.
  package static func ems(of text: String) -> Double {
    text.unicodeScalars.reduce(0) { $0 + ems(of: $1) }
  }

  /// The text, with `…` in place of its middle if it is wider than `width`.
  ///
  /// - Complexity: O(*n*²) in its characters.
  package static func fitted(_ text: String, ems width: Double) -> String {
    guard ems(of: text) > width else { return text }
    let characters = Array(text)
    for kept in (0..<characters.count).reversed() {
      let short =
        String(characters.prefix((kept + 1) / 2)) + "…"
        + String(characters.suffix(kept / 2))
      if ems(of: short) <= width { return short }
    }
    return "…"
  }

  private static func ems(of scalar: Unicode.Scalar) -> Double {
    switch scalar {
    case "i", "j", "l", "I", " ", ".", ",", ":", ";", "'", "|", "!": 0.36
    case "f", "t", "r", "(", ")", "[", "]", "-", "/", "\"": 0.44
    case "m", "w", "M", "W", "%", "@", "—", "…": 1
    case "A"..."Z", "+", "=", "<", ">", "~", "±", "&", "#": 0.84
    case "\0"..<"\u{2e80}": 0.66
    default: 1.05
    }
  }
}
