internal import Files

/// The metrics of a run, a line for each evaluation: `metrics.jsonl`.
struct MetricsLog {
  let path: String

  private var log: AppendLog { AppendLog(path) }

  /// Adds a line.
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
  ///
  /// - Complexity: O(*n*) in the length of the log.
  func cut(toContinue run: TrainingRun) throws(FileError) -> Double {
    let bytes = try read()
    let unit = run.options.unit
    var length = 0
    var seconds = 0.0
    for line in wholeLines(of: bytes) {
      if let entry = MetricsEntry(line, unit: unit) {
        guard entry.done <= run.done, !entry.isLast else { break }
        seconds = entry.seconds ?? seconds
      }
      length = line.endIndex + 1
    }
    if length < bytes.count { try log.truncate(to: length) }
    return seconds
  }

  /// The entries of a method that counts `unit`, and the number of other lines.
  ///
  /// A last line without a line feed is left out: it is still being written, or
  /// was torn by a kill.
  ///
  /// - Complexity: O(*n*) in the length of the log.
  func entries(
    unit: String
  ) throws(FileError) -> (entries: [MetricsEntry], odd: Int) {
    let lines = wholeLines(of: try read())
    let entries = lines.compactMap { MetricsEntry($0, unit: unit) }
    return (entries, lines.count - entries.count)
  }

  /// The bytes of the log; empty if there is no file.
  private func read() throws(FileError) -> [UInt8] {
    do throws(FileError) {
      return try DurableFile(path).read(limit: 1 << 28)
    } catch {
      if error.isMissing { return [] }
      throw error
    }
  }

  private func wholeLines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    bytes.split(separator: UInt8(ascii: "\n"))
      .filter { $0.endIndex < bytes.endIndex }
  }
}
