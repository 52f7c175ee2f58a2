public import Checkpoints
public import Files
public import Players
public import TicTacToe

/// The folder of a run: `config.json`, `metrics.jsonl`, `checkpoints/` and, at
/// the end, `policy.json`; each file written whole or not at all.
///
/// Any process may read it at any time; only the holder of the lock may write.
public struct RunFolder: Sendable {
  public enum Failure: Error, Sendable {
    case exists(path: String)
    case noRun(path: String)
    case busy(path: String, process: Int32?)
    case damaged(path: String, JSONError)
  }

  public let path: String
  public let board: Board

  /// Names the folder of a run on a board, without touching it.
  public init(_ path: String, on board: Board) {
    self.path = path
    self.board = board
  }

  /// Names the folder of a run on the board that it is about; 3×3 if that
  /// cannot be read.
  public init(asFoundAt path: String) {
    self.init(path, on: Board(RunFolder.rules(at: path) ?? .ticTacToe))
  }

  /// The rules of the run in a folder; nil without a readable run.
  public static func rules(at path: String) -> Rules? {
    (try? DurableFile("\(path)/config.json").read(limit: PolicyFile.largest))
      .flatMap { try? RunConfig.rules(bytes: $0) }
  }

  /// The file that a finished run leaves.
  public var policyPath: String { "\(path)/policy.json" }

  var configPath: String { "\(path)/config.json" }
  var checkpoints: Folder { Folder("\(path)/checkpoints") }
  var metrics: MetricsLog { MetricsLog(path: "\(path)/metrics.jsonl") }

  /// Creates the folder of a new run.
  ///
  /// - Returns: The lock of the folder.
  /// - Throws: `Failure.exists` if the folder holds more than a killed creation
  ///   leaves, `Failure.busy`, or `FileError`.
  public func create(
    _ options: RunOptions, version: String
  ) throws -> FileLock {
    // Before the lock, to leave no lock file in a foreign folder; and again
    // under it, because another process may have created a run meanwhile.
    guard isUnused else { throw Failure.exists(path: path) }
    try Folder(path).create()
    let lock = try takeLock()
    guard isUnused else { throw Failure.exists(path: path) }
    try Folder(path).removeLeftovers()
    // The name of this folder is on the disk once that of the file is.
    try checkpoints.create(waits: false)
    let config = RunConfig(options).bytes(version: version)
    try DurableFile(configPath).write(config)
    return lock
  }

  /// Whether the folder holds at most what precedes `config.json`.
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

  /// Takes the lock of an existing run, which can be written to for as long as
  /// the lock lives.
  ///
  /// - Throws: `Failure.noRun`, `Failure.busy` or `FileError`; then nothing is
  ///   changed.
  public func lock() throws -> FileLock {
    guard try holdsRun else { throw Failure.noRun(path: path) }
    return try takeLock()
  }

  private func takeLock() throws -> FileLock {
    try FileLock("\(path)/lock") { Failure.busy(path: path, process: $0) }
  }

  /// Makes the folder ready to continue: removes leftovers of a killed process
  /// and lines of metrics past the checkpoint.
  ///
  /// - Returns: The seconds of training up to the checkpoint.
  public func prepare(toContinue run: TrainingRun) throws -> Double {
    try checkpoints.create()
    try Folder(path).removeLeftovers()
    try checkpoints.removeLeftovers()
    return try metrics.cut(toContinue: run)
  }

  /// Saves the run as it is.
  ///
  /// - Returns: The path of the checkpoint.
  public func save(
    _ run: TrainingRun, version: String
  ) throws(FileError) -> String {
    let path = checkpointPath(run.done)
    try metrics.synchronize()
    try DurableFile(path).write(run.checkpoint(version: version))
    return path
  }

  public func append(metrics line: [UInt8]) throws(FileError) {
    try metrics.append(line)
  }

  /// Adds the last line to the metrics, and saves the last checkpoint and the
  /// policy of a run that is done. The line comes first, so that the disk is
  /// waited for once for all lines; if no checkpoint follows, it is cut off. The
  /// policy comes last: its presence means that all is complete.
  ///
  /// Its command is that of `config.json`: another version of the program may
  /// have started the run and written the same choices otherwise.
  ///
  /// - Throws: `Failure.damaged` or `FileError`.
  public func finish(
    _ run: TrainingRun, metrics line: [UInt8], version: String
  ) throws {
    let command = try readConfig().command
    try metrics.append(line)
    _ = try save(run, version: version)
    try run.policyFile(command: command, version: version).write(policyPath)
  }

  var holdsRun: Bool {
    get throws(FileError) {
      try Folder(path).names(ifMissing: []).contains("config.json")
    }
  }

  /// Whether the policy of the finished run is there and whole.
  ///
  /// - Throws: `FileError` or `Failure`, also if `policy.json` belongs to
  ///   another run and would be overwritten.
  public func isFinished() throws -> Bool {
    guard try holdsRun else { throw Failure.noRun(path: path) }
    let config = try readConfig()
    guard case .success(let file)? = try finishedPolicy() else { return false }
    do throws(JSONError) { try config.check(file.provenance) } catch {
      throw Failure.damaged(path: policyPath, error)
    }
    return true
  }

  /// The policy as last saved, and the damaged files that were skipped.
  ///
  /// - Throws: The errors of `load`.
  public func policy() throws -> (policy: NetworkPolicy, damaged: [Failure]) {
    switch try finishedPolicy() {
    case .success(let file)?: return (file.policy, [])
    case .failure(let error)? where try !holdsRun: throw error
    case .failure, nil:
      let (run, damaged) = try load()
      var policy = run.policy
      policy.name = path
      return (policy, damaged)
    }
  }

  /// The content of `policy.json`; nil if there is no such file.
  private func finishedPolicy() throws -> Result<PolicyFile, Failure>? {
    do { return .success(try PolicyFile.read(policyPath)) } catch let error
      as FileError
    {
      guard error.isMissing else { throw error }
      return nil
    } catch let error as JSONError {
      return .failure(.damaged(path: policyPath, error))
    }
  }

  /// The run as last saved, and the damaged files that were skipped. A run
  /// stopped before its first checkpoint starts again from its options.
  ///
  /// - Throws: `FileError` or `Failure`, also if files are damaged and no
  ///   checkpoint is whole; then nothing is changed.
  public func load() throws -> (run: TrainingRun, damaged: [Failure]) {
    let options = try options()
    var damaged: [Failure] = []
    if case .failure(let error)? = try finishedPolicy() {
      damaged.append(error)
    }
    for done in try savedMoments().reversed() {
      let path = checkpointPath(done)
      let bytes = try DurableFile(path).read(limit: PolicyFile.largest)
      do throws(JSONError) {
        let run = try TrainingRun(checkpoint: bytes, on: board)
        try check(run, options, done)
        return (run, damaged)
      } catch {
        damaged.append(.damaged(path: path, error))
      }
    }
    if let first = damaged.first { throw first }
    return (TrainingRun(options), [])
  }

  /// The games or steps at which checkpoints were saved, ascending.
  func savedMoments() throws(FileError) -> [Int] {
    try checkpoints.names(ifMissing: []).compactMap { name in
      let digits = name.dropLast(5)
      guard name.hasSuffix(".json"), digits.count >= 10 else { return nil }
      return digits.utf8.allSatisfy { (0x30...0x39).contains($0) }
        ? Int(digits) : nil
    }.sorted()
  }

  /// Checks that a checkpoint belongs to this run and to the moment in its
  /// name.
  private func check(
    _ run: TrainingRun, _ options: RunOptions, _ done: Int
  ) throws(JSONError) {
    guard run.options == options else {
      throw .mismatch(
        path: "options", expected: "those of config.json",
        found: run.options.command
      )
    }
    guard run.done == done else {
      throw .mismatch(
        path: "counters", expected: "\(done), as the file is named",
        found: "\(run.done)"
      )
    }
  }

  func options() throws -> RunOptions {
    guard try holdsRun else { throw Failure.noRun(path: path) }
    return try readConfig().options
  }

  private func readConfig() throws -> RunConfig {
    let bytes = try DurableFile(configPath).read(limit: PolicyFile.largest)
    do throws(JSONError) { return try RunConfig(bytes: bytes, on: board) } catch
    {
      throw Failure.damaged(path: configPath, error)
    }
  }

  /// The policies of all checkpoints with their games or steps, ascending.
  ///
  /// - Throws: `Failure.damaged` if a checkpoint holds bad data, or
  ///   `FileError`.
  public func policies() throws -> [(done: Int, policy: NetworkPolicy)] {
    try savedMoments().map { done in
      let path = checkpointPath(done)
      let bytes = try DurableFile(path).read(limit: PolicyFile.largest)
      do throws(JSONError) {
        return (done, try TrainingRun(checkpoint: bytes, on: board).policy)
      } catch {
        throw Failure.damaged(path: path, error)
      }
    }
  }

  /// The file of the checkpoint at a number of games or steps.
  public func checkpointPath(_ done: Int) -> String {
    let digits = "\(done)"
    let zeros = String(repeating: "0", count: max(0, 10 - digits.count))
    return "\(checkpoints.path)/\(zeros)\(digits).json"
  }
}
