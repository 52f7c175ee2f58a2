import Numbers

/// Progress over counted items; the ETA uses only items done by this process.
struct CountedProgress {
  private let start = ContinuousClock.now
  private var first: Int?
  private(set) var last = (done: 0, count: 0)

  mutating func update(_ done: Int, of count: Int) {
    first = first ?? done
    last = (done, count)
  }

  /// The same line in several lengths, longest first.
  func variants(_ text: String) -> [String] {
    let (seconds, attoseconds) = start.duration(to: .now).components
    let passed = Double(seconds) + Double(attoseconds) * 1e-18
    let (done, count) = last
    let before = first ?? 0
    let left = NumberFormat.timeLeft(
      done - before, of: count - before, after: passed
    )
    let share = NumberFormat.progress(done, of: count)
    let bar = NumberFormat.bar(Double(done) / Double(max(1, count)), cells: 10)
    return ["\(share) \(bar)  \(text)  ETA \(left)", "\(share) \(text)", share]
  }

  /// `12/400`.
  var fraction: String {
    "\(NumberFormat.grouped(last.done))/\(NumberFormat.grouped(last.count))"
  }
}
