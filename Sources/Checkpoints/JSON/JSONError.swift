/// Why a JSON document was refused.
public enum JSONError: Error, Hashable, Sendable {
  case tooLarge(bytes: Int, limit: Int)

  /// The bytes are not JSON, or exceed a limit of the reader.
  ///
  /// Lines and columns count from 1, columns in Unicode scalars.
  case syntax(line: Int, column: Int, expected: String, found: String)

  /// The value at a path has another type, range or size than expected.
  case mismatch(path: String, expected: String, found: String)

  case missing(path: String)
  case unknownKey(path: String)

  /// The stored checksum is not that of the bytes before it.
  case damaged(stored: String, computed: String)
}

extension JSONError: CustomStringConvertible {
  /// One line for the user, without the name of the file.
  public var description: String {
    switch self {
    case .tooLarge(let bytes, let limit):
      "\(bytes) bytes, expected at most \(limit)"
    case .syntax(let line, let column, let expected, let found):
      "line \(line), column \(column): expected \(expected), found \(found)"
    case .mismatch(let path, let expected, let found):
      "\(path): \(found), expected \(expected)"
    case .missing(let path):
      "\(path): missing"
    case .unknownKey(let path):
      "\(path): unknown key"
    case .damaged(let stored, let computed):
      "checksum: \(stored), expected \(computed): the file was changed"
    }
  }
}
