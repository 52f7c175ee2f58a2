@testable import noughts

/// A saved game: what is read is written again as it was.
@_cdecl("LLVMFuzzerTestOneInput")
func test(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let text = String(decoding: input(start, count), as: UTF8.self)
  guard let game = try? GameText(text) else { return 0 }
  precondition(game.text == text || game.text == text + "\n", text)
  return 0
}
