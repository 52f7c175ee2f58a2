internal import Checkpoints
internal import Files
public import Players

extension RunFolder {
  /// Whether the folder has what every run has.
  var holdsRun: Bool {
    get throws(FileError) {
      do throws(FileError) {
        return try Folder(path).names().contains("config.json")
      } catch {
        if error.isMissing { return false }
        throw error
      }
    }
  }

  /// Whether the policy of the finished run is there and whole.
  ///
  /// - Throws: `Failure`, also where `policy.json` is another run's, which
  ///   would be overwritten, or `FileError`.
  public func isFinished() throws -> Bool {
    guard try holdsRun else { throw Failure.noRun(path: path) }
    let config = try readConfig()
    guard case .success(let file)? = try finishedPolicy() else { return false }
    do throws(JSONError) { try config.check(file.provenance) } catch {
      throw Failure.damaged(path: policyPath, error)
    }
    return true
  }

  /// The policy as last saved, and the damaged files that were passed over for
  /// an older one.
  ///
  /// - Throws: What `load` throws.
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

  /// What `policy.json` holds, if it is there.
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

  /// The run as last saved, and the damaged files that were passed over for an
  /// older one.
  ///
  /// A run stopped before its first checkpoint starts again from its options.
  ///
  /// - Throws: `Failure`, also where files are damaged and no checkpoint is
  ///   any good, or `FileError`; then nothing is changed.
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
        let run = try TrainingRun(checkpoint: bytes)
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

  /// What the run was started with.
  func options() throws -> RunOptions {
    guard try holdsRun else { throw Failure.noRun(path: path) }
    return try readConfig().options
  }

  private func readConfig() throws -> RunConfig {
    let bytes = try DurableFile(configPath).read(limit: PolicyFile.largest)
    do throws(JSONError) { return try RunConfig(bytes: bytes) } catch {
      throw Failure.damaged(path: configPath, error)
    }
  }
}
