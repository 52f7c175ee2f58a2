import Charts
import Testing

@Suite struct TextCanvasTests {
  @Test func `dots go two by four to a character`() {
    var canvas = TextCanvas(columns: 2, rows: 1)
    canvas.dot([(0, 0), (0, 1)])
    #expect(canvas.lines == ["⡇ "])
    canvas.dot([(1, 1)])
    #expect(canvas.lines == ["⡇⠈"])
  }

  @Test func `a slope touches every column once`() {
    var canvas = TextCanvas(columns: 4, rows: 4)
    canvas.write("a", along: [(0, 0), (1, 1)])
    canvas.write("b", along: [(0, 0), (1, 0)])
    #expect(canvas.lines == ["   a", "  a ", " a  ", "abbb"])
  }

  @Test func `marks lie on the curve`() {
    var canvas = TextCanvas(columns: 9, rows: 2)
    canvas.dot([(0, 0), (1, 0)])
    canvas.mark("z", along: [(0, 0), (1, 0)], phase: 0)
    #expect(canvas.lines == ["         ", "z⣀⣀z⣀⣀z⣀⣀"])
  }
}
