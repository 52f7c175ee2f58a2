import Training

extension FuzzTarget {
  /// A file of mistakes: refused line by line, or mistakes that their own lines
  /// give back.
  static func mistakes(_ bytes: [UInt8]) -> Bool {
    do {
      let file = try MistakesFile(
        String(decoding: bytes, as: UTF8.self),
        on: board
      )
      let lines = file.mistakes.map(\.line).joined(separator: "\n")
      precondition(
        (try? MistakesFile(lines, on: board)) == file,
        "its own lines are another file"
      )
      return true
    } catch {
      precondition(!error.lines.isEmpty, "refused without a bad line")
      return false
    }
  }
}
