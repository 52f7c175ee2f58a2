public import Checkpoints
public import Files

/// The folder of a run: `config.json`, `metrics.jsonl`, `checkpoints/` and, at
/// the end, `policy.json`; each file written whole or not at all.
///
/// Anyone may read it at any time. Only who has its lock may write.
public struct RunFolder: Sendable {
  /// Why a folder cannot be used.
  public enum Failure: Error, Sendable {
    /// It exists already, and would be overwritten.
    case exists(path: String)

    /// It holds no run.
    case noRun(path: String)

    /// Another process trains there.
    case busy(path: String, process: Int32?)

    /// One of its files holds bad data.
    case damaged(path: String, JSONError)
  }

  /// The path of the folder.
  public let path: String

  /// Names a folder, without touching it.
  public init(_ path: String) {
    self.path = path
  }

  /// The file that a finished run leaves.
  public var policyPath: String { "\(path)/policy.json" }

  var configPath: String { "\(path)/config.json" }
  var checkpoints: Folder { Folder("\(path)/checkpoints") }
  var metrics: MetricsLog { MetricsLog(path: "\(path)/metrics.jsonl") }

  /// Creates the folder of a new run; returns its lock.
  ///
  /// - Throws: `Failure.exists` if anything is there but what a creation
  ///   leaves that was killed, `Failure.busy`, or `FileError`.
  public func create(
    _ options: RunOptions,
    version: String
  ) throws -> FileLock {
    // Before the lock, whose file has no place in a folder of someone else's;
    // and under it, because another process may have created a run meanwhile.
    guard isUnused else { throw Failure.exists(path: path) }
    try Folder(path).create()
    let lock = try takeLock()
    guard isUnused else { throw Failure.exists(path: path) }
    try Folder(path).removeLeftovers()
    try checkpoints.create()
    let config = RunConfig(options).bytes(version: version)
    try DurableFile(configPath).write(config)
    return lock
  }

  /// Whether nothing is there, or only what precedes `config.json`.
  private var isUnused: Bool {
    func names(_ folder: Folder) -> [String]? {
      do { return try folder.names() } catch {
        return error.isMissing ? [] : nil
      }
    }
    return names(Folder(path))?.allSatisfy { name in
      switch name {
      case "lock": FileLock.isLock("\(path)/lock")
      case "checkpoints": names(checkpoints) == []
      default: Folder.isTemporary(name)
      }
    } ?? false
  }

  /// Takes the lock of a run that is there.
  ///
  /// The run can be written to for as long as the lock lives.
  ///
  /// - Throws: `Failure.noRun`, `Failure.busy` or `FileError`; then nothing is
  ///   changed.
  public func lock() throws -> FileLock {
    guard try holdsRun else { throw Failure.noRun(path: path) }
    return try takeLock()
  }

  private func takeLock() throws -> FileLock {
    do { return try FileLock("\(path)/lock") } catch {
      guard case .held(let process) = error.reason else { throw error }
      throw Failure.busy(path: path, process: process)
    }
  }

  /// Makes the folder ready to continue: leftovers of a killed process go, and
  /// so do lines of metrics past the checkpoint.
  ///
  /// - Returns: The seconds of training that the lines left tell of.
  public func prepare(toContinue run: TrainingRun) throws -> Double {
    try checkpoints.create()
    try Folder(path).removeLeftovers()
    try checkpoints.removeLeftovers()
    return try metrics.cut(toContinue: run)
  }

  /// Saves the run as it is; returns the checkpoint's path.
  public func save(
    _ run: TrainingRun,
    version: String
  ) throws(FileError) -> String {
    let path = checkpointPath(run.done)
    try metrics.synchronize()
    try DurableFile(path).write(run.checkpoint(version: version))
    return path
  }

  /// Adds a line to the metrics.
  public func append(metrics line: [UInt8]) throws(FileError) {
    try metrics.append(line)
  }

  /// Adds the last line to the metrics, and saves the policy of a run that is
  /// done.
  ///
  /// The policy comes last: where it is, nothing is missing.
  public func finish(
    _ run: TrainingRun,
    metrics line: [UInt8],
    version: String
  ) throws(FileError) {
    try metrics.append(line)
    try metrics.synchronize()
    try run.policyFile(version: version).write(policyPath)
  }

  func checkpointPath(_ done: Int) -> String {
    let digits = "\(done)"
    let zeros = String(repeating: "0", count: max(0, 10 - digits.count))
    return "\(checkpoints.path)/\(zeros)\(digits).json"
  }
}
