import Training

extension TrainSetup {
  /// Makes a stopped run ready to continue; nil if it is finished.
  func resume(_ path: String) throws -> Opened? {
    for name in TrainOptions.all.map(\.name)
    where !TrainOptions.allowedWithResume.contains(name)
      && arguments.isGiven(name)
    {
      throw UsageError.incompatible(
        "resume", name, reason: "a resumed run keeps its options"
      )
    }
    guard arguments.operands.isEmpty else {
      throw Failure(
        .usage,
        "--resume names the run; \(quoted(arguments.operands[0])) is one more"
      )
    }
    let folder = RunFolder(path, on: board)
    if try folder.isFinished() {
      console.note("\(path) is finished; nothing is left to do")
      return nil
    }
    let lock = try folder.lock()
    let (run, damaged) = try folder.load()
    console.warn(passingOver: damaged)
    let seconds = try folder.prepare(toContinue: run)
    return Opened(folder: folder, lock: lock, run: run, seconds: seconds)
  }
}
