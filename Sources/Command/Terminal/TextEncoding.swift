/// The characters that the locale lets us write.
package enum TextEncoding: Hashable, Sendable {
  case utf8
  case ascii

  /// The encoding of the locale: UTF-8 only if it is named.
  ///
  /// The first of `LC_ALL`, `LC_CTYPE` and `LANG` that is not empty decides.
  package init(environment: [String: String]) {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"]
      .compactMap { environment[$0] }
      .first { !$0.isEmpty }
    let encoding = (locale ?? "").lowercased()
      .drop { $0 != "." }.dropFirst()
      .prefix { $0 != "@" }
    self = encoding == "utf-8" || encoding == "utf8" ? .utf8 : .ascii
  }

  /// The text in this encoding; characters without an ASCII likeness become
  /// `?`.
  package func encode(_ text: String) -> String {
    if self == .utf8 || text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        result.unicodeScalars.append(scalar)
      } else if scalar.properties.generalCategory != .nonspacingMark {
        result += Self.likenesses[scalar] ?? "?"
      }
    }
    return result
  }

  /// JSON text in this encoding with the same meaning: only strings hold other
  /// characters than ASCII, and they have escapes.
  package func encode(json text: String) -> String {
    if self == .utf8 || text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    var result = ""
    for unit in text.utf16 {
      if unit < 0x80, let scalar = Unicode.Scalar(unit) {
        result.unicodeScalars.append(scalar)
      } else {
        let digits = String(unit, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count)
        result += digits
      }
    }
    return result
  }

  private static let likenesses: [Unicode.Scalar: String] = [
    "×": "x", "·": "|", "…": "...", "—": "-", "–": "-", "−": "-",
    "≥": ">=", "≤": "<=", "±": "+/-", "→": "->", "←": "<-", "≈": "~",
    "‘": "'", "’": "'", "“": "\"", "”": "\"", "\u{a0}": " ",
    "█": "#", "░": ".", "▒": ":", "▓": "%", "▀": "#",
    "▁": "_", "▂": ".", "▃": "-", "▄": "=", "▅": "+", "▆": "*", "▇": "%",
    "─": "-", "│": "|", "┌": "+", "┐": "+", "└": "+", "┘": "+",
    "├": "+", "┤": "+", "┬": "+", "┴": "+", "┼": "+", "•": "*",
  ]
}
