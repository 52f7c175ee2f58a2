import Files

extension AppendLog {
  /// Appends a line to a file that people may have edited: an unfinished last
  /// line is ended first.
  ///
  /// - Throws: `FileError`.
  func append(line: [UInt8]) throws {
    let bytes = try length() > 0 ? DurableFile(path).read(limit: 1 << 24) : []
    if let last = bytes.last, last != UInt8(ascii: "\n") { try append([]) }
    try append(line)
  }
}
