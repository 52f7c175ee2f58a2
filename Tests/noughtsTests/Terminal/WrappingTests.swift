import Testing
import noughts

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

  @Test func `nothing makes no line`() {
    #expect(Wrapping.lines(" ", width: 10, indent: 2) == [])
  }
}
