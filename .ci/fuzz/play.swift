import Players

@testable import noughts

/// Lines typed at the board: whatever they are, the session ends well.
@_cdecl("LLVMFuzzerTestOneInput")
func test(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = input(start, count)
  // All but what would write files.
  let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    .filter { !$0.lowercased().contains("save") }
  let console = Console.inMemory(input: lines.joined(separator: "\n"))
  let isPlain = bytes.first.map { $0 & 1 == 0 } ?? true
  do {
    var session = PlaySession(
      teaching: try Teaching(
        UniformPolicy.first,
        path: "/dev/null",
        mistakes: []
      ),
      seats: .person(bytes.last.map { $0 & 1 == 0 } ?? true ? .x : .o),
      isPlain: isPlain,
      seed: 1,
      console: console
    )
    let code = try session.play()
    precondition(code == .success, "ended with \(code)")
  } catch {
    preconditionFailure("\(error)")
  }
  return 0
}
