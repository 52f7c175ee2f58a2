import Glibc

/// The default folder of a new run or tournament.
enum NewFolder {
  /// `parent/<yyyymmdd-hhmmss>-<seed>`, in local time.
  static func path(in parent: String, seed: UInt64) -> String {
    var now = time_t()
    unsafe time(&now)
    var parts = unsafe tm()
    unsafe localtime_r(&now, &parts)
    func digits(_ number: Int32, _ count: Int) -> String {
      String(String(1_000_000 + Int(number)).suffix(count))
    }
    let year = unsafe digits(parts.tm_year + 1900, 4)
    let day = unsafe digits(parts.tm_mon + 1, 2) + digits(parts.tm_mday, 2)
    let clock = unsafe [parts.tm_hour, parts.tm_min, parts.tm_sec].map {
      digits($0, 2)
    }
    return "\(parent)/\(year)\(day)-\(clock.joined())-\(seed)"
  }
}
