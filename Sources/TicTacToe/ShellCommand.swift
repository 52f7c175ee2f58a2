/// A command to copy: whatever its words hold, a shell reads them back.
///
/// The only way to print one. Bytes are quoted, not characters: an apostrophe
/// with an accent is one `Character`, and would end the quotation.
package struct ShellCommand: Hashable, Sendable, CustomStringConvertible {
  private let words: [String]

  /// A command, its operands and its options; operands that look like options
  /// come last, after `--`.
  package init(
    _ words: [String], operands: [String] = [], options: [String] = []
  ) {
    let needsEnd = operands.contains { $0.begins(with: "-") }
    self.words =
      needsEnd
      ? words + options + ["--"] + operands : words + operands + options
  }

  /// An option and its value; one word if the value looks like an option.
  package static func option(_ name: String, _ value: String) -> [String] {
    value.begins(with: "-") ? ["--\(name)=\(value)"] : ["--\(name)", value]
  }

  package var description: String { text(isASCII: false) }

  /// The command on one line of printable characters.
  package func text(isASCII: Bool) -> String {
    words.map { Self.quoted($0, isASCII: isASCII) }.joined(separator: " ")
  }

  private static func quoted(_ word: String, isASCII: Bool) -> String {
    func isShown(_ scalar: Unicode.Scalar) -> Bool {
      scalar.isPrintable && (scalar.isASCII || !isASCII)
    }
    let scalars = word.unicodeScalars
    if !scalars.isEmpty, scalars.allSatisfy(\.isPlain) { return word }
    if scalars.allSatisfy(isShown) {
      let parts = scalars.split(
        separator: "'", omittingEmptySubsequences: false
      )
      return "'" + parts.map { String($0) }.joined(separator: "'\\''") + "'"
    }
    // The form of bash, zsh, ksh and POSIX 2024, bytes in three octal digits.
    let text = scalars.map { scalar -> String in
      if scalar == "'" || scalar == "\\" { return "\\\(scalar)" }
      if isShown(scalar) { return String(scalar) }
      return String(scalar).utf8.map { byte in
        "\\" + String(String(512 + Int(byte), radix: 8).dropFirst())
      }.joined()
    }
    return "$'" + text.joined() + "'"
  }
}

extension Unicode.Scalar {
  /// Whether it moves no cursor, breaks no line and reorders nothing.
  package var isPrintable: Bool {
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned:
      false
    default: true
    }
  }

  /// Whether it means itself to every shell.
  fileprivate var isPlain: Bool {
    switch self {
    case "a"..."z", "A"..."Z", "0"..."9", "%", "+", ",", "-", ".", "/", ":",
      "=", "@", "_":
      true
    default: false
    }
  }
}

/// `text` without characters that would move the cursor, break the line or
/// reorder it: they become `\u{…}` with their number.
///
/// Those of `others` stay as they are.
package func printable(
  _ text: some StringProtocol, except others: [Unicode.Scalar] = []
) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    if scalar.isPrintable || others.contains(scalar) {
      result.unicodeScalars.append(scalar)
    } else {
      result += "\\u{\(String(scalar.value, radix: 16))}"
    }
  }
  return result
}
