internal import Files
internal import Numbers

/// The folder of a study: the results of each shard so far, and in the end the
/// tables and pictures of the whole.
package struct StudyFolder<S: Study>: Sendable {
  package let path: String
  package let study: S
  package let seeds: ClosedRange<UInt64>

  /// The program's version: results of another are measured again.
  let version: String

  package init(
    _ path: String, study: S, seeds: ClosedRange<UInt64>, version: String
  ) {
    self.path = path
    self.study = study
    self.seeds = seeds
    self.version = version
  }

  package struct Unit: Hashable, Sendable {
    let condition: S.Condition
    let seed: UInt64

    /// The fields of a line before the figures.
    fileprivate var prefix: String {
      (condition.options.map(\.value) + ["\(seed)"]).joined(separator: ",")
    }
  }

  /// All that is to be measured, seed by seed, so that every prefix compares
  /// like with like.
  package var units: [Unit] {
    seeds.flatMap { seed in
      study.conditions.map { Unit(condition: $0, seed: seed) }
    }
  }

  /// Makes the folder, or checks that it holds this study.
  ///
  /// - Throws: `StudyMismatch` if it holds something else.
  package func open() throws {
    try Folder("\(path)/parts").create()
    try Folder(path).removeLeftovers()
    let expected =
      "\(S.title)\(study.isQuick ? ", quick" : ""), "
      + "seeds \(seeds.lowerBound) to \(seeds.upperBound), "
      + "\(study.conditions.count) conditions, version \(version)"
    let file = DurableFile("\(path)/study.txt")
    do {
      let found = String(
        decoding: try file.read(limit: 1 << 16).dropLast(), as: UTF8.self
      )
      guard found == expected else {
        throw StudyMismatch(path: file.path, found: found, expected: expected)
      }
    } catch let error as FileError {
      guard error.isMissing else { throw error }
      if try Folder(path).names().contains("results.csv") {
        throw StudyMismatch(
          path: "\(path)/results.csv", found: "results without a study.txt",
          expected: expected
        )
      }
      try file.write(Array("\(expected)\n".utf8))
    }
  }

  /// Takes the lock of a shard; every shard has its own, so that they can all
  /// be measured at once.
  ///
  /// - Throws: `StudyBusy` if another process has it.
  func lock(shard: String) throws -> FileLock {
    try FileLock("\(path)/parts/\(shard).lock") {
      StudyBusy(path: path, shard: shard, process: $0)
    }
  }

  /// Removes a line that a kill cut short from a shard's part.
  func mend(shard: String) throws {
    try AppendLog("\(path)/parts/\(shard).csv").removeTornLine(limit: 1 << 30)
  }

  /// The lines measured so far, by all shards.
  func results() throws -> [Unit: String] {
    let known = Dictionary(uniqueKeysWithValues: units.map { ($0.prefix, $0) })
    let columns = keys.count + 1 + study.figures.count + 1
    var results: [Unit: String] = [:]
    for name in try Folder("\(path)/parts").names()
    where name.hasSuffix(".csv") {
      let log = AppendLog("\(path)/parts/\(name)")
      for bytes in try log.wholeLines(limit: 1 << 30) {
        let line = String(decoding: bytes, as: UTF8.self)
        // A line that a kill cut short names no unit or has too few fields.
        let fields = fields(of: line[...])
        guard fields.count == columns, fields.last == version[...],
          let unit = known[
            fields.prefix(keys.count + 1).joined(separator: ",")
          ]
        else { continue }
        results[unit] = line
      }
    }
    return results
  }

  /// Keeps the figures of one unit.
  func append(_ unit: Unit, _ figures: S.Figures, shard: String) throws {
    let numbers = study.figures.map {
      figures[keyPath: $0.path].map {
        NumberFormat.shortest($0, places: 6)
      } ?? ""
    }
    let line = ([unit.prefix] + numbers + [version]).joined(separator: ",")
    try AppendLog("\(path)/parts/\(shard).csv").append(Array(line.utf8))
  }

  /// Writes `results.csv`, `summary.csv` and the pictures.
  ///
  /// - Parameter results: A line for every unit.
  /// - Returns: The paths written, and the summary.
  package func finish(
    _ results: [Unit: String]
  ) throws -> (files: [String], summary: Summary<S>) {
    let columns = study.figures
    var lines = [
      (keys + ["seed"] + columns.map(\.name) + ["version"])
        .joined(separator: ",")
    ]
    var rows: [S.Condition: [(seed: UInt64, figures: S.Figures)]] = [:]
    for condition in study.conditions {
      for seed in seeds {
        let unit = Unit(condition: condition, seed: seed)
        guard let line = results[unit] else { continue }
        lines.append(line)
        var figures = S.Figures()
        let values = fields(of: line[...]).dropFirst(keys.count + 1)
        for (column, value) in zip(columns, values) {
          figures[keyPath: column.path] = Double(value)
        }
        rows[condition, default: []].append((seed, figures))
      }
    }
    let summary = Summary(study: study, rows: rows)
    var files = [
      ("results.csv", lines.joined(separator: "\n") + "\n"),
      ("summary.csv", summary.csv),
    ]
    files += study.charts(summary).map { ("\($0.name).svg", $0.svg) }
    for (name, text) in files {
      try DurableFile("\(path)/\(name)").write(Array(text.utf8))
    }
    return (files.map { "\(path)/\($0.0)" }, summary)
  }

  private var keys: [String] { study.conditions[0].options.map(\.key) }

  private func fields(of line: Substring) -> [Substring] {
    line.split(separator: ",", omittingEmptySubsequences: false)
  }
}

/// A folder holds another study, or the same with other seeds.
package struct StudyMismatch: Error {
  package let path: String
  package let found: String
  package let expected: String
}

/// Another process measures the same shard.
package struct StudyBusy: Error {
  package let path: String

  /// The shard, as in `1-of-3`.
  package let shard: String

  /// The other process, if it says so.
  package let process: Int32?
}
