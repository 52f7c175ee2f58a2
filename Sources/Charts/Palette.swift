/// What tells the series of a chart apart, in color and without.
package enum Palette {
  /// The colors of Okabe and Ito (2008), which the color-blind tell apart,
  /// without the yellow: it is too pale on white.
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

  /// The dashes of a series.
  package static func dash(_ index: Int) -> String {
    dashes[index % dashes.count]
  }

  /// What is written in black: text, axes, strokes.
  static let ink = "#1a1a1a"

  /// What stands back: ticks, notes.
  static let gray = "#5f5f5f"

  /// What is only there to follow with the eye.
  static let faint = "#dcdcdc"

  /// What is lost.
  static let red = "#d3152f"
}
