/// The tags of an SVG text, read without a parser, if they are balanced.
struct SVGTags {
  /// The opening tags as they are written, `rect width="5"/`.
  private(set) var opening: [String] = []

  /// The texts between tags.
  private(set) var texts: [String] = []

  /// Nil if a tag is not closed, closed by another name or not a tag.
  init?(_ svg: String) {
    var stack: [String] = []
    for part in svg.split(separator: "<", omittingEmptySubsequences: true) {
      let pieces = part.split(
        separator: ">",
        omittingEmptySubsequences: false
      )
      guard pieces.count == 2, let tag = pieces.first, let text = pieces.last
      else { return nil }
      let name = String(tag.prefix { $0 != " " && $0 != "/" })
      if tag.hasPrefix("/") {
        guard stack.popLast() == String(tag.dropFirst()) else { return nil }
      } else {
        guard !name.isEmpty, tag.count(where: { $0 == "\"" }) % 2 == 0 else {
          return nil
        }
        opening.append(String(tag))
        if !tag.hasSuffix("/") { stack.append(name) }
      }
      let words = text.split(
        separator: "&",
        omittingEmptySubsequences: false
      ).dropFirst()
      guard words.allSatisfy({ $0.contains(";") }) else { return nil }
      if text.contains(where: { !$0.isWhitespace }) {
        texts.append(String(text))
      }
    }
    guard stack.isEmpty, opening.first?.hasPrefix("svg ") == true else {
      return nil
    }
  }

  /// How many tags have a name and, if given, a class.
  func count(_ name: String, class words: String? = nil) -> Int {
    opening.count { tag in
      tag.prefix { $0 != " " && $0 != "/" } == name
        && (words.map { tag.contains("class=\"\($0)\"") } ?? true)
    }
  }

  /// The values of an attribute, in the order of the text.
  func values(of attribute: String) -> [String] {
    opening.compactMap { tag in
      tag.split(separator: " \(attribute)=\"").dropFirst().first.map {
        String($0.prefix { $0 != "\"" })
      }
    }
  }
}
