internal import Numbers

/// Writes SVG, one element after another.
package struct SVGWriter {
  /// The value of an attribute: a text, escaped here, or a number.
  package enum Value: ExpressibleByStringInterpolation {
    case text(String)
    case number(Double)

    package init(stringLiteral text: String) { self = .text(text) }
  }

  private var text: String

  /// Starts a picture that is `width` by `height` units large.
  ///
  /// - Parameter unit: The unit on paper, such as `mm`; empty for pixels.
  package init(width: Double, height: Double, unit: String = "", title: String)
  {
    let (width, height) = (
      SVGWriter.coordinate(width), SVGWriter.coordinate(height)
    )
    text =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" "
      + "viewBox=\"0 0 \(width) \(height)\" "
      + "width=\"\(width)\(unit)\" height=\"\(height)\(unit)\" role=\"img\">\n"
    element("title", text: title)
  }

  /// Writes an element that holds nothing, or only a text.
  package mutating func element(
    _ name: String, _ attributes: KeyValuePairs<String, Value> = [:],
    text content: String = ""
  ) {
    start(name, attributes)
    if content.isEmpty {
      text += "/>\n"
    } else {
      text += ">\(SVGWriter.escaped(content))</\(name)>\n"
    }
  }

  /// Writes an element with others in it.
  package mutating func group(
    _ name: String = "g", _ attributes: KeyValuePairs<String, Value> = [:],
    content: (inout SVGWriter) -> Void
  ) {
    start(name, attributes)
    text += ">\n"
    content(&self)
    text += "</\(name)>\n"
  }

  package consuming func finish() -> String {
    text + "</svg>\n"
  }

  /// A number with at most two decimals, as paths have them.
  ///
  /// - Precondition: Its magnitude is less than 1e12.
  package static func coordinate(_ number: Double) -> String {
    precondition(
      number.magnitude < 1e12,
      "a coordinate of \(number), expected less than 1e12"
    )
    return NumberFormat.shortest(number, places: 2)
  }

  /// The coordinates of a point, as paths have them.
  static func point(_ x: Double, _ y: Double) -> String {
    "\(coordinate(x)) \(coordinate(y))"
  }

  private mutating func start(
    _ name: String, _ attributes: KeyValuePairs<String, Value>
  ) {
    text += "<\(name)"
    for (key, value) in attributes {
      let word =
        switch value {
        case .text(let text): SVGWriter.escaped(text)
        case .number(let number): SVGWriter.coordinate(number)
        }
      text += " \(key)=\"\(word)\""
    }
  }

  /// The text as XML holds it, in elements and between double quotes; what XML
  /// cannot hold becomes U+FFFD.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\t", "\n", "\r": result += " "
      case "\0"..<" ", "\u{7f}"..."\u{9f}", "\u{fffe}", "\u{ffff}":
        result += "\u{fffd}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
