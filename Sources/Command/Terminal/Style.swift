/// The style of a piece of text, if colors are allowed.
package enum Style: Int, Hashable, Sendable {
  case bold = 1
  case dim = 2
  case red = 31
  case green = 32
  case yellow = 33
  case cyan = 36

  /// `text` between the escape sequences that switch the style on and off.
  package func applied(to text: String) -> String {
    "\u{1b}[\(rawValue)m\(text)\u{1b}[0m"
  }
}
