/// The colors and dashes that tell the series of a chart apart.
package enum Palette {
  /// The colors of Okabe and Ito (2008), safe for the color-blind, without the
  /// yellow, which is too pale on white.
  package static let colors = [
    "#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9",
    "#000000",
  ]

  /// Lengths of ink and gap for a line of width 2.
  package static let dashes = [
    "none", "9 4", "2 4", "9 3 2 3", "16 4", "5 3", "9 3 2 3 2 3", "16 3 4 3",
  ]

  /// The color of a series; with its dashes, 56 series differ.
  package static func color(_ index: Int) -> String {
    colors[index % colors.count]
  }

  package static func dash(_ index: Int) -> String {
    dashes[index % dashes.count]
  }

  /// The color of text, axes and strokes.
  static let ink = "#1a1a1a"

  /// The color of ticks and notes.
  static let gray = "#5f5f5f"

  /// The color of grid lines.
  static let faint = "#dcdcdc"

  /// The color of alarms.
  static let red = "#d3152f"
}
