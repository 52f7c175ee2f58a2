import Command
import Testing

@Suite struct CharsetTests {
  @Test(
    arguments: [
      ([:], TextEncoding.ascii),
      (["LANG": "en_US.UTF-8"], .utf8),
      (["LANG": "C.utf8"], .utf8),
      (["LANG": "de_DE.UTF-8@euro"], .utf8),
      (["LANG": "de_DE"], .ascii),
      (["LANG": "de_DE.ISO-8859-1"], .ascii),
      (["LC_ALL": "C", "LANG": "en_US.UTF-8"], .ascii),
      (["LC_ALL": "", "LANG": "en_US.UTF-8"], .utf8),
      (["LC_CTYPE": "POSIX", "LANG": "en_US.UTF-8"], .ascii),
      (["LC_CTYPE": "C.UTF-8", "LANG": "C"], .utf8),
      (["LC_ALL": "C.UTF-8", "LC_CTYPE": "C"], .utf8),
    ] as [([String: String], TextEncoding)]
  )
  func `the first locale variable that is set decides`(
    environment: [String: String],
    charset: TextEncoding
  ) {
    #expect(TextEncoding(environment: environment) == charset)
  }

  @Test(arguments: [
    ("board 3×3 · 18-128-9", "board 3x3 | 18-128-9"),
    ("██░░ 1…9", "##.. 1...9"),
    ("a — b’s ≥ 1 ± 2 → 3", "a - b's >= 1 +/- 2 -> 3"),
    ("caf\u{e9}, cafe\u{301}, 井", "caf?, cafe, ?"),
    ("a\r\n\u{1b}[0m", "a\r\n\u{1b}[0m"),
  ])
  func `ASCII keeps the likeness`(text: String, ascii: String) {
    #expect(TextEncoding.ascii.encode(text) == ascii)
    #expect(TextEncoding.utf8.encode(text) == text)
  }

  @Test func `JSON keeps its meaning in ASCII`() {
    let json = #"{"policy": "é/井/😀"}"#
    let escaped = #"{"policy": "\u00e9/\u4e95/\ud83d\ude00"}"#
    #expect(TextEncoding.ascii.encode(json: json) == escaped)
    #expect(TextEncoding.utf8.encode(json: json) == json)
  }
}
