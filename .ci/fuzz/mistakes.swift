@testable import Training

/// A file of mistakes: refused line by line, or mistakes that their own lines
/// give back.
@_cdecl("LLVMFuzzerTestOneInput")
func test(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let text = String(decoding: input(start, count), as: UTF8.self)
  do {
    let file = try MistakesFile(text)
    let lines = file.mistakes.map(\.line).joined(separator: "\n")
    precondition(
      (try? MistakesFile(lines)) == file,
      "its own lines are another file"
    )
  } catch {
    precondition(!error.lines.isEmpty, "refused without a bad line")
  }
  return 0
}
