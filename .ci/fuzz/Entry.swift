import Glibc

/// The target that the environment names, as libFuzzer calls it.
private let target: FuzzTarget = {
  let name = getenv("NOUGHTS_FUZZ").map { String(cString: $0) } ?? ""
  guard let target = FuzzTarget(rawValue: name) else {
    preconditionFailure("NOUGHTS_FUZZ names no target: \(name)")
  }
  return target
}()

@_cdecl("LLVMFuzzerTestOneInput")
func test(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  _ = target.accepts(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}
