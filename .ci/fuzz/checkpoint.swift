import Checkpoints

@testable import Training

/// A checkpoint: refused, or a run that its own checkpoint gives back and that
/// goes on.
@_cdecl("LLVMFuzzerTestOneInput")
func test(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  guard var run = try? TrainingRun(checkpoint: input(start, count)) else {
    return 0
  }
  let bytes = run.checkpoint(version: "")
  let again = try? TrainingRun(checkpoint: bytes)
  precondition(
    again?.checkpoint(version: "") == bytes,
    "its own checkpoint is another run"
  )
  if !run.isDone, isShort(run.options.method) { _ = try? run.advance() }
  return 0
}

/// Whether an update takes milliseconds: a batch may be as large as one likes.
private func isShort(_ method: Method) -> Bool {
  switch method {
  case .reinforce(let recipe): recipe.batch * recipe.epochs <= 256
  case .negatives(let recipe): recipe.batch <= 256
  }
}
