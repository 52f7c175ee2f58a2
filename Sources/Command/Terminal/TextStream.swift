import Glibc

/// Text on its way to a descriptor, or kept in memory for a test.
///
/// Text waits until `flush()` or until the buffer is full. Once the reader is
/// gone, later text is dropped in silence.
package struct TextStream: ~Copyable {
  private static let capacity = 65_536

  /// Nil for a stream in memory.
  private let descriptor: Int32?
  private let name: String
  private var isOpen = true
  private var buffer: [UInt8] = []
  private var flushed: [UInt8] = []

  /// A stream to an open descriptor, which stays the caller's to close.
  package init(descriptor: Int32, name: String) {
    self.descriptor = descriptor
    self.name = name
  }

  /// A stream that only remembers.
  package init(inMemory name: String) {
    descriptor = nil
    self.name = name
  }

  /// Everything written to a stream in memory, flushed or not.
  package var text: String {
    String(decoding: flushed + buffer, as: UTF8.self)
  }

  package mutating func write(_ text: String) throws(StreamError) {
    guard isOpen else { return }
    buffer += text.utf8
    if buffer.count >= Self.capacity { try flush() }
  }

  /// Writes the buffered text.
  ///
  /// After a failure the stream stays closed: the error is reported once.
  package mutating func flush() throws(StreamError) {
    defer { buffer.removeAll(keepingCapacity: true) }
    guard isOpen else { return }
    guard let descriptor else {
      flushed += buffer
      return
    }
    let code = writeAll(buffer, to: descriptor)
    guard code != 0 else { return }
    isOpen = false
    if code != EPIPE { throw .cannotWrite(name, code: code) }
  }
}

/// Writes every byte; returns 0, or the error number.
private func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
  var written = 0
  while written < bytes.count {
    let count = unsafe bytes[written...].withUnsafeBytes {
      unsafe write(descriptor, $0.baseAddress, $0.count)
    }
    if count >= 0 {
      written += count
    } else if errno == EAGAIN {
      var waited = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
      _ = unsafe poll(&waited, 1, -1)
    } else if errno != EINTR {
      return errno
    }
  }
  return 0
}

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
