import Charts
import TestSupport
import Testing

@Suite struct BoardMapTests {
  private func board(depth: Int) -> BoardMap.Board {
    var board = BoardMap.Board(
      columns: 2,
      cells: [
        .mark(.cross, .heavy), .mark(.ring, .light),
        depth == 0 ? .empty : .board(self.board(depth: depth - 1)),
        depth == 0 ? .alarm(.ring) : .board(self.board(depth: depth - 1)),
      ]
    )
    board.label = "level <\(depth)>"
    board.isRed = depth == 1
    if depth == 2 { board.outlined = 3 }
    if depth == 0 { board.strike = 0...3 }
    return board
  }

  @Test func `boards lie in boards`() throws {
    let board = board(depth: 6)
    let map = BoardMap(
      title: "A map",
      subtitle: "of boards",
      panels: [.init("one", note: "big", board: board)],
      keys: [.init("a small one", board: self.board(depth: 0))]
    )
    let tags = try #require(SVGTags(map.svg))
    #expect(tags.count("g", class: "board") == 128)
    #expect(tags.count("rect", class: "alarm") == 65)
    #expect(tags.count("path", class: "red4") == 32)
    #expect(tags.count("path", class: "outline4") == 16)
    #expect(tags.count("path", class: "strike4") == 64)
    #expect(tags.texts.contains("level &lt;6&gt;"))
    #expect(tags.texts.contains("a small one"))
  }

  @Test func `long words stay on the page`() throws {
    let name = String(repeating: "runs/a-long-name/", count: 30)
    let map = BoardMap(
      title: name,
      subtitle: name,
      panels: [.init("X", note: name, board: board(depth: 0))],
      keys: []
    )
    let tags = try #require(SVGTags(map.svg))
    #expect(tags.texts.count { $0.contains("…") } == 3)
  }

  @Test func `cells that fill no rows are misuse`() async {
    var result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = BoardMap.Board(columns: 3, cells: [.empty, .empty])
    }
    #expect(result.message.contains("2 cells in 3 columns"))
    result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = BoardMap(title: "", subtitle: "", panels: [], keys: [])
    }
    #expect(result.message.contains("0 panels on a page, expected 1 or 2"))
  }
}
