/// `text` in single quotes, printable and cut to 60 bytes, as many as one reads.
package func quoted(_ text: String) -> String {
  let limit = 60
  guard text.utf8.count > limit else { return "'\(printable(text))'" }
  var bytes = 1
  let shown = text.unicodeScalars.prefix { scalar in
    bytes += UTF8.width(scalar)
    return bytes <= limit
  }
  return "'\(printable(String(shown)))…'"
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
