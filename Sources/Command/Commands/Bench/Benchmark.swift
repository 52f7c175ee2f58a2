import Glibc

/// One thing that is timed: how often it was done in how much CPU time.
struct Benchmark {
  /// What is done.
  let name: String

  /// What is counted.
  let unit: String

  /// How many units a second.
  let rate: Double

  /// Multiplications and additions a unit, where that says something.
  let operations: Double?

  /// How many of those a second the core could do at that time.
  var peak: Double?

  /// Repeats a piece of work for about as long as asked, and counts; the best
  /// of five parts, since whatever disturbs only slows.
  ///
  /// `work` returns the units it did.
  static func measure(
    _ name: String,
    _ unit: String,
    seconds: Double,
    operations: Double? = nil,
    _ work: () throws -> Int
  ) rethrows -> Benchmark {
    _ = try work()
    var best = 0.0
    for _ in 0..<5 {
      let start = clock()
      var units = 0
      var passed = 0.0
      repeat {
        units += try work()
        // POSIX has a million of them a second.
        passed = Double(clock() - start) * 1e-6
      } while passed < seconds / 5
      best = max(best, Double(units) / passed)
    }
    return Benchmark(name: name, unit: unit, rate: best, operations: operations)
  }
}
