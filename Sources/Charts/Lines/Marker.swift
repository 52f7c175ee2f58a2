/// The shape that marks the points of a series, about 8 units wide, white
/// inside.
enum Marker {
  private static let shapes = [
    "m-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0",  // circle
    "m-3.5-3.5h7v7h-7z",  // square
    "m0-4.8l4.6 8h-9.2z",  // triangle
    "m0-5l5 5l-5 5l-5-5z",  // diamond
    "m0 4.8l4.6-8h-9.2z",  // triangle, upside down
    "m-4-4l8 8m0-8l-8 8",  // cross
    "m-5 0h10m-5-5v10",  // plus
  ]

  static func draw(_ index: Int, x: Double, y: Double, in svg: inout SVGWriter)
  {
    let shape = shapes[index % shapes.count]
    svg.element(
      "path",
      [
        "class": "marker",
        "d": "M\(SVGWriter.point(x, y))\(shape)",
        "fill": "#ffffff", "stroke": "\(Palette.color(index))",
        "stroke-width": "1.5",
      ]
    )
  }
}
