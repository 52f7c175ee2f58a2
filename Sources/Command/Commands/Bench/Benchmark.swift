/// The rate of one piece of work, by CPU time.
struct Benchmark {
  let name: String
  let unit: String

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
}
