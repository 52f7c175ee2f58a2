/// Draws a board and those within it. A cell is 100 units wide at every depth;
/// strokes grow a little stronger with the depth.
struct BoardDrawing {
  /// The number of boards around it.
  let depth: Int

  /// The room around a board within a cell.
  private static let margin = 3.5

  /// The stroke widths by depth; the last one serves deeper boards too.
  private static let strokes = [0.7, 1, 1.35, 1.8, 2.3]

  /// The classes of all elements.
  static let style: String = {
    var rules = ["path{fill:none;stroke-linecap:round;stroke-linejoin:round}"]
    for (depth, factor) in strokes.enumerated() {
      for (name, color, width) in [
        ("grid", "#8c8c8c", 2.0), ("heavy", "#000", 11),
        ("red", Palette.red, 13),
        ("core", "#fff", 2.5),
        ("medium", "#333", 6), ("light", "#949494", 5), ("alarm", "#fff", 8),
        ("strike", "#000", 5), ("outline", "#0072B2", 4),
      ] {
        rules.append(
          ".\(name)\(depth){stroke:\(color);"
            + "stroke-width:\(SVGWriter.coordinate(width * factor))"
            + (name == "outline"
              ? ";stroke-dasharray:12 8;stroke-linecap:butt}" : "}")
        )
      }
    }
    return rules.joined(separator: "\n")
  }()

  private var level: Int { min(depth, BoardDrawing.strokes.count - 1) }

  /// Draws a board with its top left corner at (x, y), `side` wide.
  func draw(
    _ board: BoardMap.Board, x: Double, y: Double, side: Double,
    in svg: inout SVGWriter
  ) {
    let scale = side / Double(board.columns) / 100
    let place =
      "translate(\(SVGWriter.point(x, y)))"
    svg.group(
      "g",
      [
        "class": "board",
        "transform": "\(place) scale(\(SVGWriter.coordinate(scale)))",
      ]
    ) { svg in
      if !board.label.isEmpty { svg.element("title", text: board.label) }
      drawGrid(board, in: &svg)
      drawMarks(board, in: &svg)
      for (index, cell) in board.cells.enumerated() {
        guard case .board(let inner) = cell else { continue }
        let corner = corner(of: index, in: board)
        BoardDrawing(depth: depth + 1).draw(
          inner, x: corner.x + BoardDrawing.margin,
          y: corner.y + BoardDrawing.margin,
          side: 100 - 2 * BoardDrawing.margin, in: &svg
        )
      }
    }
  }

  private func corner(
    of index: Int, in board: BoardMap.Board
  ) -> (x: Double, y: Double) {
    let (row, column) = index.quotientAndRemainder(dividingBy: board.columns)
    return (Double(column) * 100, Double(board.rows - 1 - row) * 100)
  }

  private func drawGrid(_ board: BoardMap.Board, in svg: inout SVGWriter) {
    let (width, height) = (board.columns * 100, board.rows * 100)
    var path = ""
    for column in 1..<max(board.columns, 1) where board.columns > 1 {
      path += "M\(column * 100) 3V\(height - 3)"
    }
    for row in 1..<max(board.rows, 1) where board.rows > 1 {
      path += "M3 \(row * 100)H\(width - 3)"
    }
    if board.columns == 1, board.rows == 1 { path = "M0 0H100V100H0Z" }
    svg.element("path", ["class": "grid\(level)", "d": "\(path)"])
  }

  private func drawMarks(_ board: BoardMap.Board, in svg: inout SVGWriter) {
    for weight in BoardMap.Weight.allCases.reversed() {
      var path = ""
      for (index, cell) in board.cells.enumerated() {
        guard case .mark(let sign, weight) = cell else { continue }
        path += shape(sign, at: corner(of: index, in: board), weight)
      }
      guard !path.isEmpty else { continue }
      let name =
        switch weight {
        case .heavy: board.isRed ? "red" : "heavy"
        case .medium: "medium"
        case .light: "light"
        }
      svg.element("path", ["class": "\(name)\(level)", "d": "\(path)"])
      // Told from black ones in print.
      if name == "red" {
        svg.element("path", ["class": "core\(level)", "d": "\(path)"])
      }
    }
    for (index, cell) in board.cells.enumerated() {
      guard case .alarm(let sign) = cell else { continue }
      let corner = corner(of: index, in: board)
      svg.element(
        "rect",
        [
          "class": "alarm", "x": .number(corner.x + 7),
          "y": .number(corner.y + 7),
          "width": "86", "height": "86", "rx": "8",
          "fill": "\(Palette.red)",
        ]
      )
      let path = shape(sign, at: corner, .heavy)
      svg.element("path", ["class": "alarm\(level)", "d": "\(path)"])
    }
    if let strike = board.strike {
      let start = corner(of: strike.lowerBound, in: board)
      let end = corner(of: strike.upperBound, in: board)
      let path =
        "M\(SVGWriter.point(start.x + 50, start.y + 50))"
        + "L\(SVGWriter.point(end.x + 50, end.y + 50))"
      svg.element("path", ["class": "strike\(level)", "d": "\(path)"])
    }
    if let outlined = board.outlined {
      let corner = corner(of: outlined, in: board)
      let path = "M\(SVGWriter.point(corner.x + 2, corner.y + 2))h96v96h-96z"
      svg.element("path", ["class": "outline\(level)", "d": "\(path)"])
    }
  }

  private func shape(
    _ sign: BoardMap.Sign, at corner: (x: Double, y: Double),
    _ weight: BoardMap.Weight
  ) -> String {
    let reach = weight == .heavy ? 31.0 : 20
    let (x, y) = (corner.x + 50, corner.y + 50)
    let start = "\(SVGWriter.coordinate(x - reach)) "
    let size = SVGWriter.coordinate(reach * 2)
    switch sign {
    case .cross:
      return "M\(start)\(SVGWriter.coordinate(y - reach))l\(size) \(size)"
        + "m0-\(size)l-\(size) \(size)"
    case .ring:
      let radius = SVGWriter.coordinate(reach)
      return "M\(start)\(SVGWriter.coordinate(y))"
        + "a\(radius) \(radius) 0 1 0 \(size) 0"
        + "a\(radius) \(radius) 0 1 0-\(size) 0"
    }
  }
}
