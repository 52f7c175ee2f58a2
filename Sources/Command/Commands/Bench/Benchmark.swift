import Glibc

/// The rate of one piece of work, by CPU time.
struct Benchmark {
  let name: String
  let unit: String

  /// The units per second.
  let rate: Double

  /// The multiplications and additions per unit, if the peak bounds them.
  let operations: Double?

  /// The most operations per second of the core at that time.
  var peak: Double?

  /// The fraction of the peak that is reached, if the peak bounds the rate.
  var shareOfPeak: Double? {
    guard let operations, let peak else { return nil }
    return operations * rate / peak
  }

  /// Repeats a piece of work; the rate is that of the best of five parts, since
  /// disturbances only slow it.
  ///
  /// - Parameters:
  ///   - seconds: The time to spend, in all.
  ///   - work: Returns the units done.
  static func measure(
    _ name: String, _ unit: String, seconds: Double, operations: Double? = nil,
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
