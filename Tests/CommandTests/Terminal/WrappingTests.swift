import Command
import Testing

@Suite struct WrappingTests {
  @Test func `lines break at spaces`() {
    #expect(
      Wrapping.lines("one two three", width: 7) == ["one two", "three"]
    )
    #expect(
      Wrapping.lines("one two three", width: 8, indent: 1, hanging: 3)
        == [" one two", "   three"]
    )
  }

  @Test func `a long word stays whole`() {
    #expect(
      Wrapping.lines("a runs/20261121-001200-1 b", width: 5)
        == ["a", "runs/20261121-001200-1", "b"]
    )
  }

  @Test func `what fits is left as it is`() {
    let text = "a   b\n\n  c "
    #expect(Wrapping.folded(text, width: 5) == text)
  }

  @Test func `a long line goes on below its second column`() {
    let line = "score   12 won  3 drawn and the rest lost"
    #expect(
      Wrapping.folded(line, width: 24)
        == "score   12 won  3 drawn\n        and the rest\n        lost"
    )
    #expect(Wrapping.folded("one two three", width: 8) == "one two\n  three")
    #expect(Wrapping.folded("  one two", width: 6) == "  one\n    two")
    #expect(Wrapping.folded("     X   O", width: 8) == "     X\n     O")
    #expect(Wrapping.folded("unbreakable", width: 4) == "unbreakable")
  }

  @Test func `colors take no columns`() {
    let red = Style.red.applied(to: "one")
    #expect(Wrapping.columns(red) == 3)
    #expect(Wrapping.folded("\(red) two", width: 7) == "\(red) two")
    #expect(Wrapping.folded("\(red) two", width: 6) == "\(red)\n  two")
  }

  @Test func `nothing makes no line`() {
    #expect(Wrapping.lines(" ", width: 10, indent: 2) == [])
  }
}
