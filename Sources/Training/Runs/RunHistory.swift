public import Files

/// What a run has come to, as anyone may read it while it goes on.
public struct RunHistory: Sendable {
  /// Whether a run goes on.
  public enum State: String, Sendable, CaseIterable {
    /// A process trains there now.
    case running

    /// Its policy is there and whole.
    case done

    /// Neither: it can be resumed.
    case stopped
  }

  /// The folder.
  public let path: String

  /// Whether it goes on.
  public let state: State

  /// What it was started with.
  public let options: RunOptions

  /// The evaluations, in the order in which they were made.
  public let evaluations: [MetricsEntry]

  /// How many lines of the log are no evaluations, as if someone had written
  /// there.
  public let oddLines: Int

  /// Games played or steps made, as far as the folder tells.
  public let done: Int
}

extension RunFolder {
  /// What the run has come to; nothing is written, and no lock is kept.
  ///
  /// - Throws: `Failure` if there is no run or it is damaged, or `FileError`.
  public func history() throws -> RunHistory {
    let options = try options()
    // First whether it goes on: it may end meanwhile, but does not begin to.
    let isRunning = try FileLock.isHeld("\(path)/lock")
    let isFinished = try isFinished()
    let (entries, odd) = try metrics.entries(unit: options.method.name.unit)
    let evaluations = entries.filter { $0.figures != nil }
    return RunHistory(
      path: path,
      state: isFinished ? .done : isRunning ? .running : .stopped,
      options: options,
      evaluations: evaluations,
      oddLines: odd + entries.count - evaluations.count,
      done: max(evaluations.last?.done ?? 0, try savedMoments().last ?? 0)
    )
  }

  /// The runs in a folder, the one started last before the others; none where
  /// there is no such folder.
  public static func all(in parent: String) throws(FileError) -> [RunFolder] {
    let names: [String]
    do throws(FileError) { names = try Folder(parent).names() } catch {
      if error.isMissing { return [] }
      throw error
    }
    let runs = names.map { RunFolder("\(parent)/\($0)") }.compactMap { folder in
      (try? DurableFile(folder.configPath).modified()).map {
        (started: $0, folder: folder)
      }
    }
    return runs.sorted {
      ($0.started, $0.folder.path) > ($1.started, $1.folder.path)
    }
    .map(\.folder)
  }
}
