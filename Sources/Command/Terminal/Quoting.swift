import TicTacToe

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
