internal import Glibc

/// The failure of an operation on a file or folder.
public struct FileError: Error, Hashable, Sendable {
  public enum Operation: String, Sendable {
    case read
    case write
    case append = "append to"
    case truncate
    case synchronize
    case list
    case create
    case lock
  }

  public enum Reason: Error, Hashable, Sendable {
    /// A system call failed with a value of `errno`.
    case system(Int32)

    /// It is a folder, a device or a pipe.
    case notRegular

    /// The file is larger than the limit.
    case tooLarge(bytes: Int, limit: Int)

    /// The file is shorter than the length to cut it to.
    case tooShort(bytes: Int, length: Int)

    /// Another process has locked it; its number, if known.
    case held(process: Int32?)
  }

  public let operation: Operation

  /// The path as the caller gave it.
  public let path: String
  public let reason: Reason

  package init(_ operation: Operation, _ path: String, _ reason: Reason) {
    self.operation = operation
    self.path = path
    self.reason = reason
  }

  /// Whether there is nothing at the path.
  public var isMissing: Bool {
    reason == .system(ENOENT)
  }
}

extension FileError: CustomStringConvertible {
  public var description: String {
    "cannot \(operation.rawValue) \(path): \(reason)"
  }
}

extension FileError.Reason: CustomStringConvertible {
  public var description: String {
    switch self {
    case .system(let code):
      // The text of a known code is a constant, so no thread can change it.
      unsafe String(cString: strerror(code))
    case .notRegular: "Not a regular file"
    case .tooLarge(let bytes, let limit):
      "\(bytes) bytes, expected at most \(limit)"
    case .tooShort(let bytes, let length):
      "\(bytes) bytes, expected at least \(length)"
    case .held(let process):
      "Another process holds it" + (process.map { " (pid \($0))" } ?? "")
    }
  }
}
