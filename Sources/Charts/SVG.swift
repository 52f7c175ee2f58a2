/// Drawing instructions as SVG text, built up element by element.
struct SVG {
  private var body: [String] = []
  private let width: Double
  private let height: Double

  /// Starts a white page of a size in its own units.
  init(width: Double, height: Double) {
    self.width = width
    self.height = height
    rectangle(x: 0, y: 0, width: width, height: height, fill: "#fff")
  }

  /// The whole document.
  var text: String {
    let size = "\(SVG.number(width)) \(SVG.number(height))"
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(size)\" "
      + "font-family=\"sans-serif\">\n" + body.joined(separator: "\n")
      + "\n</svg>\n"
  }

  mutating func rectangle(
    x: Double,
    y: Double,
    width: Double,
    height: Double,
    fill: String = "none",
    stroke: String? = nil,
    thickness: Double = 1,
    dash: String? = nil
  ) {
    body.append(
      "<rect" + SVG.numbers(["x": x, "y": y, "width": width, "height": height])
        + " fill=\"\(fill)\""
        + SVG.stroke(stroke, thickness, dash) + "/>"
    )
  }

  mutating func circle(
    x: Double,
    y: Double,
    radius: Double,
    fill: String = "none",
    stroke: String? = nil,
    thickness: Double = 1
  ) {
    body.append(
      "<circle" + SVG.numbers(["cx": x, "cy": y, "r": radius])
        + " fill=\"\(fill)\"" + SVG.stroke(stroke, thickness, nil) + "/>"
    )
  }

  /// A line through points.
  mutating func line(
    _ points: [(x: Double, y: Double)],
    stroke: String,
    thickness: Double = 1,
    dash: String? = nil
  ) {
    let path = points.map { "\(SVG.number($0.x)),\(SVG.number($0.y))" }
    body.append(
      "<polyline points=\"\(path.joined(separator: " "))\" fill=\"none\""
        + SVG.stroke(stroke, thickness, dash) + "/>"
    )
  }

  /// A closed area, drawn lightly.
  mutating func band(_ points: [(x: Double, y: Double)], fill: String) {
    let path = points.map { "\(SVG.number($0.x)),\(SVG.number($0.y))" }
    body.append(
      "<polygon points=\"\(path.joined(separator: " "))\" fill=\"\(fill)\" "
        + "opacity=\"0.18\"/>"
    )
  }

  /// Text whose anchor is start, middle or end.
  mutating func write(
    _ text: String,
    x: Double,
    y: Double,
    size: Double,
    anchor: String = "start",
    fill: String = "#000"
  ) {
    body.append(
      "<text" + SVG.numbers(["x": x, "y": y, "font-size": size])
        + " text-anchor=\"\(anchor)\" fill=\"\(fill)\">"
        + SVG.escaped(text) + "</text>"
    )
  }

  private static func stroke(
    _ color: String?,
    _ thickness: Double,
    _ dash: String?
  ) -> String {
    guard let color else { return "" }
    return " stroke=\"\(color)\" stroke-width=\"\(number(thickness))\""
      + (dash.map { " stroke-dasharray=\"\($0)\"" } ?? "")
  }

  private static func numbers(
    _ values: KeyValuePairs<String, Double>
  ) -> String {
    values.map { " \($0.key)=\"\(number($0.value))\"" }.joined()
  }

  /// A number with two decimals at most.
  static func number(_ value: Double) -> String {
    precondition(value.isFinite, "a coordinate of \(value)")
    let rounded = (value * 100).rounded() / 100
    let text = "\(rounded == 0 ? 0 : rounded)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  private static func escaped(_ text: String) -> String {
    text.reduce(into: "") { result, character in
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.append(character)
      }
    }
  }
}

/// Colours that the colour-blind tell apart: Okabe & Ito (2008).
enum Palette {
  static let colors = [
    "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#000",
  ]

  /// Dashes, so that lines are told apart in black and white too.
  static let dashes: [String?] = [nil, "7 3", "2 3", "9 3 2 3", "4 2", "1 2"]
}
