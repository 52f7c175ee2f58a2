import Glibc

package enum InputLine: Hashable, Sendable {
  /// A line without its end, ill-formed UTF-8 repaired.
  case line(String)

  /// A line over the limit, skipped to its end.
  case tooLong

  case end

  /// A signal came first; see `Interrupts.pending`.
  case interrupted
}

/// Lines of bounded length from a descriptor, in bounded memory.
package struct LineReader: ~Copyable {
  /// The longest line, in bytes, its end not counted.
  package static let limit = 4_096

  private static let chunkSize = 16_384

  /// The most milliseconds that a signal goes unnoticed: the system may deliver
  /// it to a thread that does not wait for input.
  private static let patience: Int32 = 100

  private let descriptor: Int32
  private var chunk = [UInt8](repeating: 0, count: Self.chunkSize)
  private var unread = 0..<0
  private var line: [UInt8] = []
  private var hasBytes = false
  private var isOver = false

  package init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  /// A reader of a text already there, for tests.
  package init(text: String) {
    descriptor = -1
    chunk = Array(text.utf8)
    unread = 0..<chunk.count
    isOver = true
  }

  /// The next line; after the end, `.end` again and again.
  package mutating func read() throws(StreamError) -> InputLine {
    while true {
      if takeToLineEnd() { return finishLine() }
      if isOver { return hasBytes ? finishLine() : .end }
      if Interrupts.pending != nil { return .interrupted }
      try refill()
    }
  }

  /// Moves bytes from the chunk to the line, up to the limit; true if they
  /// include the end of the line.
  private mutating func takeToLineEnd() -> Bool {
    let end = chunk[unread].firstIndex(of: UInt8(ascii: "\n"))
    let bytes = chunk[unread.lowerBound..<(end ?? unread.upperBound)]
    // Two more than the limit: one for a carriage return, one to tell.
    line += bytes.prefix(Self.limit + 2 - line.count)
    hasBytes = hasBytes || !bytes.isEmpty
    unread = (end.map { $0 + 1 } ?? unread.upperBound)..<unread.upperBound
    return end != nil
  }

  private mutating func finishLine() -> InputLine {
    defer {
      line.removeAll(keepingCapacity: true)
      hasBytes = false
    }
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    return line.count > Self.limit
      ? .tooLong : .line(String(decoding: line, as: UTF8.self))
  }

  /// Waits a moment for bytes and takes those that have come.
  private mutating func refill() throws(StreamError) {
    var waited = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard unsafe poll(&waited, 1, Self.patience) > 0 else { return }
    let count = unsafe Glibc.read(descriptor, &chunk, chunk.count)
    let code = count < 0 ? errno : 0
    unread = 0..<max(0, count)
    if code == 0 {
      isOver = unread.isEmpty
    } else if code != EINTR, code != EAGAIN {
      throw .cannotRead("standard input", code: code)
    }
  }
}
