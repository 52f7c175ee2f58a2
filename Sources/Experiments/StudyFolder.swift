package import Files
internal import Numbers

/// The folder of a study: what each shard measured so far, and in the end the
/// tables and pictures of the whole.
package struct StudyFolder: Sendable {
  /// Its path.
  package let path: String

  /// The study.
  package let study: Study

  /// The seeds it takes.
  package let seeds: ClosedRange<UInt64>

  /// The program's version.
  package let version: String

  package init(
    _ path: String,
    study: Study,
    seeds: ClosedRange<UInt64>,
    version: String
  ) {
    self.path = path
    self.study = study
    self.seeds = seeds
    self.version = version
  }

  /// Another study lies in the folder, or the same with other seeds.
  package struct Mismatch: Error {
    /// The folder's file that says so.
    package let path: String

    /// What is there.
    package let found: String

    /// What was expected.
    package let expected: String
  }

  /// Another process measures the same shard.
  package struct Busy: Error {
    /// The folder.
    package let path: String

    /// The shard, as in `1-of-3`.
    package let shard: String

    /// The other process, if it says so.
    package let process: Int32?
  }

  /// A condition and a seed.
  package struct Unit: Hashable, Sendable {
    let condition: Condition
    let seed: UInt64
  }

  /// All that is to be measured, seed by seed, so that every prefix compares
  /// like with like.
  package var units: [Unit] {
    seeds.flatMap { seed in
      study.conditions.map { Unit(condition: $0, seed: seed) }
    }
  }

  /// Makes the folder, or checks that it holds this study.
  package func open() throws {
    let parts = Folder("\(path)/parts")
    try parts.create()
    try Folder(path).removeLeftovers()
    let expected =
      "\(study.name)\(study.isQuick ? ", quick" : ""), seeds \(seeds.lowerBound) to \(seeds.upperBound), "
      + "\(study.conditions.count) conditions, version \(version)"
    let file = DurableFile("\(path)/study.txt")
    do {
      let found = String(
        decoding: try file.read(limit: 1 << 16).dropLast(),
        as: UTF8.self
      )
      guard found == expected else {
        throw Mismatch(
          path: "\(path)/study.txt",
          found: found,
          expected: expected
        )
      }
    } catch let error as FileError {
      guard error.isMissing else { throw error }
      if try Folder(path).names().contains("results.csv") {
        throw Mismatch(
          path: "\(path)/results.csv",
          found: "results without a study.txt",
          expected: expected
        )
      }
      try file.write(Array("\(expected)\n".utf8))
    }
  }

  /// Takes the lock of a shard; every shard has its own, so that they can all
  /// be measured at once.
  package func lock(shard: String) throws -> FileLock {
    try FileLock("\(path)/parts/\(shard).lock") {
      Busy(path: path, shard: shard, process: $0)
    }
  }

  /// Makes a shard's part end with a whole line, whatever a kill cut short.
  package func mend(shard: String) throws {
    try AppendLog("\(path)/parts/\(shard).csv").removeTornLine(limit: 1 << 30)
  }

  /// What was measured so far, by whatever shard.
  package func results() throws -> [Unit: String] {
    let known = Dictionary(
      uniqueKeysWithValues: units.map { (prefix($0), $0) }
    )
    var results: [Unit: String] = [:]
    for name in try Folder("\(path)/parts").names()
    where name.hasSuffix(".csv") {
      let log = AppendLog("\(path)/parts/\(name)")
      for bytes in try log.wholeLines(limit: 1 << 30) {
        let line = String(decoding: bytes, as: UTF8.self)
        let fields = line.split(
          separator: ",",
          omittingEmptySubsequences: false
        )
        let count = study.conditions[0].options.count + 1
        guard fields.count == count + study.figures.count + 1,
          fields.last.map(String.init) == version,
          let unit = known[fields.prefix(count).joined(separator: ",")]
        else { continue }
        results[unit] = line
      }
    }
    return results
  }

  /// Keeps the figures of one unit.
  package func append(
    _ unit: Unit,
    _ values: [Double?],
    shard: String
  ) throws {
    precondition(
      values.count == study.figures.count,
      "\(values.count) values of \(study.figures.count) figures"
    )
    let numbers = values.map {
      $0.map { NumberFormat.shortest($0, places: 6) } ?? ""
    }
    let line = ([prefix(unit)] + numbers + [version]).joined(separator: ",")
    try AppendLog("\(path)/parts/\(shard).csv").append(Array(line.utf8))
  }

  private func prefix(_ unit: Unit) -> String {
    (unit.condition.options.map(\.value) + ["\(unit.seed)"])
      .joined(separator: ",")
  }

  /// Writes `results.csv`, `summary.csv` and the pictures; returns what was
  /// written and the summary. Every unit must have a result.
  package func finish(
    _ results: [Unit: String]
  ) throws -> (files: [String], summary: Summary) {
    let keys = study.conditions[0].options.map(\.key)
    var lines = [
      (keys + ["seed"] + study.figures.map(\.name) + ["version"])
        .joined(separator: ",")
    ]
    var rows: [Condition: [(seed: UInt64, values: [Double?])]] = [:]
    for condition in study.conditions {
      for seed in seeds {
        let unit = Unit(condition: condition, seed: seed)
        guard let line = results[unit] else { continue }
        lines.append(line)
        let values = line.split(
          separator: ",",
          omittingEmptySubsequences: false
        ).dropFirst(keys.count + 1).dropLast().map { Double($0) }
        rows[condition, default: []].append((seed, values))
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
}
