import Players
import UCI

/// Lines to the engine: whatever they are, it answers, and its moves are legal.
@_cdecl("LLVMFuzzerTestOneInput")
func test(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let text = String(decoding: input(start, count), as: UTF8.self)
  var engine = UCIEngine(
    policy: UniformPolicy.first,
    levels: ["random"],
    version: "",
    seed: 1
  ) { _ in UniformPolicy.random }
  for line in text.split(separator: "\n") {
    guard engine.answer(String(line)) != nil else { break }
  }
  let position = engine.position
  let move = engine.answer("go")?.last ?? ""
  precondition(
    (move == "bestmove (none)") == (position.outcome != nil),
    "\(move) in \(position.fen)"
  )
  return 0
}
