internal import Checkpoints

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

  /// Cuts off what comes after the moment at which a run continues: lines past
  /// it, and what a kill left of a line.
  ///
  /// A line that is none of ours stays, and so do those after it.
  ///
  /// - Returns: The seconds of the last line left.
  ///
  /// - Complexity: O(*n*) in the length of the log.
  func cut(toContinue run: TrainingRun) throws(FileError) -> Double {
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try DurableFile(path).read(limit: 1 << 28)
    } catch {
      if error.isMissing { return 0 }
      throw error
    }
    let unit = run.options.method.name.unit
    var length = 0
    var seconds = 0.0
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      guard line.endIndex < bytes.endIndex else { break }
      if let entry = Entry(line, unit: unit) {
        guard entry.moment <= run.done, !entry.isLast else { break }
        seconds = entry.seconds ?? seconds
      }
      length = line.endIndex + 1
    }
    if length < bytes.count { try log.truncate(to: length) }
    return seconds
  }
}

/// What a line of metrics tells that matters to whoever continues.
private struct Entry {
  var moment: Int
  var isLast: Bool
  var seconds: Double?

  /// Reads a line; nil if it is none of metrics.
  init?(_ line: ArraySlice<UInt8>, unit: String) {
    guard let value = try? JSONReader.read(Array(line)),
      let object = try? JSONField(value).object(),
      let moment = try? object.member(unit).int()
    else { return nil }
    self.moment = moment
    isLast = object.optional("done") != nil
    seconds = object.optional("seconds").flatMap { try? $0.double() }
  }
}
