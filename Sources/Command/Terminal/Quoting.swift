/// `text` in single quotes, printable and cut to a length worth reading.
package func quoted(_ text: String) -> String {
  let limit = 60
  let shown = text.count > limit ? text.prefix(limit - 1) + "…" : text[...]
  return "'\(printable(String(shown)))'"
}

/// `text` without characters that would move the cursor, break the line or
/// reorder it: they become `\u{…}` with their number.
package func printable(_ text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned:
      result += "\\u{\(String(scalar.value, radix: 16))}"
    default:
      result.unicodeScalars.append(scalar)
    }
  }
  return result
}

/// `text` as one word of a command line to copy.
package func shellWord(_ text: String) -> String {
  let plain = text.unicodeScalars.allSatisfy { scalar in
    "%+,-./:=@_".unicodeScalars.contains(scalar)
      || scalar.isASCII && scalar.properties.isAlphabetic
      || scalar.isASCII && scalar.properties.numericType != nil
  }
  guard !plain || text.isEmpty else { return text }
  let parts = text.split(separator: "'", omittingEmptySubsequences: false)
  return "'" + parts.joined(separator: "'\\''") + "'"
}
