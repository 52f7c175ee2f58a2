public import Checkpoints

extension PolicyFile {
  /// Reads a policy from a file, whose name it takes.
  ///
  /// - Throws: `FileError` or `JSONError`.
  public static func read(_ path: String) throws -> PolicyFile {
    try PolicyFile(bytes: DurableFile(path).read(limit: largest), name: path)
  }

  /// Writes the file whole or not at all.
  public func write(_ path: String) throws(FileError) {
    try DurableFile(path).write(bytes)
  }
}
