public import Files
internal import TicTacToe

/// The progress of a run, readable while it goes on.
public struct RunHistory: Sendable {
  public enum State: String, Sendable, CaseIterable {
    /// A process is training there.
    case running

    /// The policy is complete.
    case done

    /// The run can be resumed.
    case stopped
  }

  public let path: String
  public let state: State
  public let options: RunOptions

  /// The evaluations, in the order in which they were made.
  public let evaluations: [MetricsEntry]

  /// The number of lines of the log that are no evaluations.
  public let oddLines: Int

  /// Games played or steps made, as far as the folder tells.
  public let done: Int
}

extension RunFolder {
  /// The progress of the run. Writes nothing and keeps no lock.
  ///
  /// - Throws: `Failure` if there is no run or it is damaged, or `FileError`.
  public func history() throws -> RunHistory {
    let options = try options()
    // Asked first: a run may end meanwhile, but a finished one does not begin.
    let isRunning = try FileLock.isHeld("\(path)/lock")
    let isFinished = try isFinished()
    let (entries, odd) = try metrics.entries(of: options)
    let evaluations = entries.filter { $0.figures != nil }
    return RunHistory(
      path: path, state: isFinished ? .done : isRunning ? .running : .stopped,
      options: options, evaluations: evaluations,
      oddLines: odd + entries.count - evaluations.count,
      done: max(evaluations.last?.done ?? 0, try savedMoments().last ?? 0)
    )
  }

  /// The runs in a folder, the newest first; empty if there is no such folder.
  public static func all(in parent: String) throws(FileError) -> [RunFolder] {
    let names = try Folder(parent).names(ifMissing: [])
    // Runs on the same board share what follows from its rules.
    var boards: [Board] = []
    let folders = names.map { name in
      let found = RunFolder(asFoundAt: "\(parent)/\(name)")
      if let board = boards.first(where: { $0 == found.board }) {
        return RunFolder(found.path, on: board)
      }
      boards.append(found.board)
      return found
    }
    let runs = folders.compactMap { folder in
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
