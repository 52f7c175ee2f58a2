import Testing
import TicTacToe

@Suite struct ByteTextTests {
  @Test func `texts equal in Unicode alone are two texts`() {
    let (one, two) = ("\u{e9}", "e\u{301}")
    #expect(one == two)
    #expect(ByteText(one) != ByteText(two) && !one.isSame(as: two))
    #expect(Set([ByteText(one), ByteText(two), ByteText(one)]).count == 2)
    #expect(ByteText("B") < ByteText("a") && ByteText("a") < ByteText("a1"))
  }

  @Test func `a prefix and the space between words are bytes`() {
    #expect("-\u{301}x".begins(with: "-"))
    #expect(!"x".begins(with: "-"))
    #expect("a \u{301}b\tc".words(between: " \t") == ["a", "\u{301}b", "c"])
  }

  @Test func `a square's name is read in the time of its board`() {
    let name = "a1" + String(repeating: "\u{301}\u{323}", count: 1 << 20)
    #expect(throws: NotationError.self) {
      try Rules.ticTacToe.square(named: name)
    }
  }
}
