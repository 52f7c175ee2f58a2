/// A study under way: its units measured by several workers, each result kept
/// as it comes.
package struct StudyRun<S: Study>: Sendable {
  package let folder: StudyFolder<S>

  /// The part of the units this run takes: number i of n, from 1.
  package let shard: (number: Int, count: Int)

  private let jobs: Int

  /// Prepares a run.
  ///
  /// - Parameter jobs: How many units are measured at once.
  /// - Precondition: the shard is one of its count, and there are jobs.
  package init(
    folder: StudyFolder<S>, shard: (number: Int, count: Int), jobs: Int
  ) {
    precondition(
      1...shard.count ~= shard.number && jobs > 0,
      "shard \(shard.number) of \(shard.count), \(jobs) jobs"
    )
    self.folder = folder
    self.shard = shard
    self.jobs = jobs
  }

  /// Measures the missing units; results do not depend on the number of workers
  /// or shards, since each is a function of its condition and seed.
  ///
  /// - Parameter progress: Called after each unit with how many are done of how
  ///   many; if it returns false, no other is begun.
  /// - Returns: Every result there is now, of all shards.
  package func measure(
    progress: (_ done: Int, _ count: Int) -> Bool
  ) async throws -> [StudyFolder<S>.Unit: String] {
    let name = "\(shard.number)-of-\(shard.count)"
    let lock = try folder.lock(shard: name)
    defer { withExtendedLifetime(lock) {} }
    try folder.mend(shard: name)
    let known = try folder.results()
    let own = folder.units.enumerated().filter {
      $0.offset % shard.count == shard.number - 1
    }.map(\.element)
    let missing = own.filter { known[$0] == nil }
    var done = own.count - missing.count
    guard progress(done, own.count) else { return known }
    let study = folder.study
    try await withThrowingTaskGroup(
      of: (StudyFolder<S>.Unit, S.Figures).self
    ) { group in
      var next = missing.makeIterator()
      func begin() {
        guard let unit = next.next() else { return }
        group.addTask {
          (unit, study.results(of: unit.condition, seed: unit.seed))
        }
      }
      for _ in 0..<jobs { begin() }
      var goesOn = true
      while let (unit, figures) = try await group.next() {
        try folder.append(unit, figures, shard: name)
        done += 1
        goesOn = progress(done, own.count) && goesOn
        if goesOn { begin() }
      }
    }
    return try folder.results()
  }
}
