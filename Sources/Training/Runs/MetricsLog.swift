internal import Files

/// The metrics of a run, a line for each evaluation: `metrics.jsonl`.
struct MetricsLog {
  /// The largest log that is read, in bytes.
  private static let largest = 1 << 28

  let path: String

  private var log: AppendLog { AppendLog(path) }

  func append(_ line: [UInt8]) throws(FileError) {
    try log.append(line)
  }

  /// Waits until all lines are on the disk.
  func synchronize() throws(FileError) {
    if try log.length() > 0 { try log.synchronize() }
  }

  /// Cuts off the lines after the moment at which a run continues, and a last
  /// line torn by a kill.
  ///
  /// Foreign lines, and lines after them, are kept.
  ///
  /// - Returns: The seconds of training in the last line left.
  /// - Complexity: O(*n*) in the length of the log.
  func cut(toContinue run: TrainingRun) throws(FileError) -> Double {
    let options = run.options
    var length = 0
    var seconds = 0.0
    for line in try log.wholeLines(limit: MetricsLog.largest) {
      if let entry = MetricsEntry(
        line, unit: options.unit, on: options.board
      ) {
        guard entry.done <= run.done, !entry.isLast else { break }
        seconds = entry.seconds ?? seconds
      }
      length = line.endIndex + 1
    }
    if try log.length() > length { try log.truncate(to: length) }
    return seconds
  }

  /// The entries of a run, and the number of other lines.
  ///
  /// - Complexity: O(*n*) in the length of the log.
  func entries(
    of options: RunOptions
  ) throws(FileError) -> (entries: [MetricsEntry], odd: Int) {
    let lines = try log.wholeLines(limit: MetricsLog.largest)
    let entries = lines.compactMap {
      MetricsEntry($0, unit: options.unit, on: options.board)
    }
    return (entries, lines.count - entries.count)
  }
}
