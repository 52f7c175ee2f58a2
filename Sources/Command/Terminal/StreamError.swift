import Glibc

/// A standard stream that could not be read or written.
package enum StreamError: Error, Hashable {
  case cannotRead(String, code: Int32)
  case cannotWrite(String, code: Int32)

  /// One line, with the system's reason.
  package var message: String {
    switch self {
    case .cannotRead(let stream, let code):
      "cannot read \(stream): \(reason(code))"
    case .cannotWrite(let stream, let code):
      "cannot write to \(stream): \(reason(code))"
    }
  }

  private func reason(_ code: Int32) -> String {
    guard let text = unsafe strerror(code) else { return "error \(code)" }
    return unsafe String(cString: text)
  }
}
