public import Checkpoints

/// The folder of a run: `config.json`, `metrics.jsonl`, `checkpoints/` and, at
/// the end, `policy.json`; each file written whole or not at all.
public struct RunFolder: Sendable {
  /// Why a folder cannot be used.
  public enum Failure: Error, Sendable {
    /// It exists already, and would be overwritten.
    case exists(path: String)

    /// It holds no run.
    case noRun(path: String)

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

  private var configPath: String { "\(path)/config.json" }
  private var metricsPath: String { "\(path)/metrics.jsonl" }
  private var checkpoints: Folder { Folder("\(path)/checkpoints") }

  /// Creates the folder of a new run.
  ///
  /// - Throws: `Failure.exists` if anything is there, or `FileError`.
  public func create(_ options: RunOptions, version: String) throws {
    let names: [String]
    do { names = try Folder(path).names() } catch {
      if !error.isMissing { throw Failure.exists(path: path) }
      names = []
    }
    guard names.isEmpty else { throw Failure.exists(path: path) }
    try checkpoints.create()
    let config = SealedDocument.seal([
      .init(key: "format", value: JSON("noughts.run")),
      .init(key: "version", value: JSON(1)),
      .init(key: "program", value: JSON(version)),
      .init(key: "command", value: JSON(options.command)),
      .init(key: "options", value: options.json),
    ])
    try DurableFile(configPath).write(config)
  }

  /// Saves the run as it is; returns the checkpoint's path.
  public func save(
    _ run: TrainingRun,
    version: String
  ) throws(FileError) -> String {
    let path = checkpointPath(run.done)
    let metrics = AppendLog(metricsPath)
    if try metrics.length() > 0 { try metrics.synchronize() }
    try DurableFile(path).write(run.checkpoint(version: version))
    return path
  }

  /// Saves the policy of a run that is done.
  public func finish(
    _ run: TrainingRun,
    version: String
  ) throws(FileError) {
    try run.policyFile(version: version).write(policyPath)
  }

  /// Adds a line to the metrics.
  public func append(metrics line: [UInt8]) throws(FileError) {
    try AppendLog(metricsPath).append(line)
  }

  /// Whether the run was finished.
  public var isFinished: Bool {
    (try? Folder(path).names().contains("policy.json")) ?? false
  }

  /// The run as last saved, and the damaged checkpoints that were passed over
  /// for an older one.
  ///
  /// A run stopped before its first checkpoint starts again from its options.
  ///
  /// - Throws: `Failure`, also where no checkpoint of several is any good, or
  ///   `FileError`; then nothing is changed.
  public func load() throws -> (run: TrainingRun, damaged: [Failure]) {
    let names: [String]
    do { names = try Folder(path).names() } catch {
      if error.isMissing { throw Failure.noRun(path: path) }
      throw error
    }
    guard names.contains("config.json") else {
      throw Failure.noRun(path: path)
    }
    let options = try readOptions()
    var damaged: [Failure] = []
    for games in try savedMoments().reversed() {
      let path = checkpointPath(games)
      let bytes = try DurableFile(path).read(limit: PolicyFile.largest)
      do throws(JSONError) {
        let run = try TrainingRun(checkpoint: bytes)
        try check(run, options, games)
        return (run, damaged)
      } catch {
        damaged.append(.damaged(path: path, error))
      }
    }
    if let first = damaged.first { throw first }
    return (TrainingRun(options), [])
  }

  /// The games or steps at which checkpoints were saved, ascending.
  private func savedMoments() throws(FileError) -> [Int] {
    let names: [String]
    do throws(FileError) { names = try checkpoints.names() } catch {
      if error.isMissing { return [] }
      throw error
    }
    return names.compactMap { name in
      let digits = name.dropLast(5)
      guard name.hasSuffix(".json"), digits.count >= 10 else { return nil }
      return digits.utf8.allSatisfy { (0x30...0x39).contains($0) }
        ? Int(digits) : nil
    }.sorted()
  }

  /// Checks that a checkpoint is of this run, and of the moment it is named
  /// after.
  private func check(
    _ run: TrainingRun,
    _ options: RunOptions,
    _ done: Int
  ) throws(JSONError) {
    guard run.options == options else {
      throw .mismatch(
        path: "options",
        expected: "those of config.json",
        found: run.options.command
      )
    }
    guard run.done == done else {
      throw .mismatch(
        path: "counters",
        expected: "\(done), as the file is named",
        found: "\(run.done)"
      )
    }
  }

  private func checkpointPath(_ done: Int) -> String {
    let digits = "\(done)"
    let zeros = String(repeating: "0", count: max(0, 10 - digits.count))
    return "\(checkpoints.path)/\(zeros)\(digits).json"
  }

  /// Makes the folder ready to continue: leftovers of a killed process go, and
  /// so do lines of metrics past the checkpoint.
  public func prepare(toContinue run: TrainingRun) throws {
    _ = try Folder(path).removeLeftovers()
    _ = try checkpoints.removeLeftovers()
    let bytes: [UInt8]
    do { bytes = try DurableFile(metricsPath).read(limit: 1 << 28) } catch {
      if error.isMissing { return }
      throw error
    }
    var length = 0
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      let isWhole = line.endIndex < bytes.endIndex
      let value = try? JSONReader.read(Array(line))
      let object = try? value.map { try JSONField($0).object() }
      let done = try? object?.member(run.options.method.name.unit).int()
      guard isWhole, let done, done <= run.done,
        object?.optional("done") == nil
      else { break }
      length = line.endIndex + 1
    }
    if length < bytes.count { try AppendLog(metricsPath).truncate(to: length) }
  }

  private func readOptions() throws -> RunOptions {
    let bytes = try DurableFile(configPath).read(limit: 1 << 20)
    do throws(JSONError) {
      let object = try JSONField(SealedDocument.open(bytes)).object()
      _ = try object.member("format").choice(["noughts.run"])
      _ = try object.member("version").int(in: 1...1)
      try object.check(
        keys: ["format", "version", "program", "command", "options"]
      )
      return try RunOptions(object.member("options"))
    } catch {
      throw Failure.damaged(path: configPath, error)
    }
  }
}
