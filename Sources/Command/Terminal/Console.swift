package import Checkpoints
import Glibc
package import TicTacToe

/// The streams of a command: results on standard output, progress and
/// errors on standard error, answers from standard input.
package final class Console {
  package private(set) var output: TextStream
  package private(set) var errors: TextStream
  package private(set) var capabilities: Capabilities
  package private(set) var isQuiet = false

  private var input: LineReader
  private var progressLine: ProgressLine
  private let environment: Environment
  private let start = ContinuousClock.now

  package init(
    _ environment: Environment, input: consuming LineReader,
    output: consuming TextStream, errors: consuming TextStream
  ) {
    self.environment = environment
    self.input = input
    self.output = output
    self.errors = errors
    capabilities = Capabilities(environment)
    progressLine = ProgressLine(mode: .silent, charset: .ascii)
    adopt(color: .auto, isQuiet: false)
  }

  package static func standard() -> Console {
    Console(
      .current(), input: LineReader(descriptor: STDIN_FILENO),
      output: TextStream(descriptor: STDOUT_FILENO, name: "standard output"),
      errors: TextStream(descriptor: STDERR_FILENO, name: "standard error")
    )
  }

  /// A console that reads a text and remembers what is written, for tests.
  package static func inMemory(
    _ environment: Environment = Environment(), input: String = ""
  ) -> Console {
    Console(
      environment, input: LineReader(text: input),
      output: TextStream(inMemory: "standard output"),
      errors: TextStream(inMemory: "standard error")
    )
  }

  /// Applies the options, before any text is written.
  package func adopt(color: ColorChoice, isQuiet: Bool) {
    self.isQuiet = isQuiet
    capabilities = Capabilities(environment, color: color)
    let mode: ProgressLine.Mode =
      if isQuiet {
        .silent
      } else if capabilities.redraws {
        .redrawn(width: capabilities.width)
      } else {
        .logged(
          width: capabilities.errorsIsTerminal ? capabilities.width : .max
        )
      }
    progressLine = ProgressLine(mode: mode, charset: capabilities.charset)
  }

  /// Writes lines of the result to standard output, folded on a terminal.
  package func print(_ text: String = "") throws(StreamError) {
    try write(
      folded(encoded(lines: text), capabilities.outputIsTerminal)
        + "\n"
    )
  }

  /// Writes lines for programs, such as a script, to standard output; they are
  /// never folded.
  package func print(verbatim text: String) throws(StreamError) {
    try write(encoded(lines: text) + "\n")
  }

  package func print(json document: JSON) throws(StreamError) {
    let text = String(decoding: JSONWriter.document(document), as: UTF8.self)
    try print(json: String(text.dropLast()))
  }

  /// Writes a line of JSON to standard output.
  package func print(json text: String) throws(StreamError) {
    try write(capabilities.charset.encode(json: text) + "\n")
  }

  /// Writes the buffered text to standard output; a terminal has no buffer.
  package func flush() throws(StreamError) {
    try output.flush()
  }

  /// `text` in a style, if standard output takes colors.
  package func styled(_ text: String, _ style: Style) -> String {
    capabilities.colorsOutput ? style.applied(to: text) : text
  }

  /// Asks for a line: the prompt appears only from terminal to terminal.
  package func ask(_ prompt: String) throws(StreamError) -> InputLine {
    let isPrompted =
      capabilities.inputIsTerminal && capabilities.outputIsTerminal
    if isPrompted { try write(encoded(lines: prompt)) }
    try flush()
    let line = try input.read()
    if isPrompted, line == .end || line == .interrupted { try print() }
    return line
  }

  private func write(_ text: String) throws(StreamError) {
    if let erasing = progressLine.clear() { writeError(erasing) }
    try output.write(text)
    if capabilities.outputIsTerminal { try output.flush() }
  }

  /// Writes a remark to standard error, unless quiet.
  package func note(_ text: String) {
    guard !isQuiet else { return }
    writeError((progressLine.clear() ?? "") + encoded(printable(text)) + "\n")
  }

  /// Writes a remark that ends in a command to copy, which is never folded.
  package func note(_ text: String, _ command: ShellCommand) {
    guard !isQuiet else { return }
    let line = line(
      printable(text), endingIn: command, capabilities.errorsIsTerminal
    )
    writeError((progressLine.clear() ?? "") + line + "\n")
  }

  /// Writes a line of the result that ends in a command to copy.
  package func print(
    _ text: String, _ command: ShellCommand
  ) throws(StreamError) {
    let line = line(
      Style.printable(lines: text), endingIn: command,
      capabilities.outputIsTerminal
    )
    try write(line + "\n")
  }

  /// A text and a command, which has a line of its own if both are too long for
  /// one; it is never folded, to be copied whole.
  private func line(
    _ text: String, endingIn command: ShellCommand, _ isTerminal: Bool
  ) -> String {
    let text = capabilities.charset.encode(text)
    let words = command.text(isASCII: capabilities.charset == .ascii)
    let whole = text + " " + words
    return isTerminal && whole.count > capabilities.width
      ? folded(text, isTerminal) + "\n" + words : whole
  }

  /// Writes a warning to standard error, even if quiet: it is not progress.
  package func warn(_ text: String) {
    let line = "warning: " + printable(text)
    writeError((progressLine.clear() ?? "") + encoded(line) + "\n")
  }

  /// Writes the reason of a failure to standard error, even if quiet.
  ///
  /// Results already printed go out first. Quoted text stays on the line of the
  /// message.
  package func report(_ failure: Failure) {
    try? output.flush()
    var text = (progressLine.clear() ?? "")
    text += encoded("noughts: " + printable(failure.message)) + "\n"
    if let hint = failure.hint {
      let hint = printable(hint)
      text +=
        failure.command.map {
          line(hint, endingIn: $0, capabilities.errorsIsTerminal)
        } ?? encoded(hint)
      text += "\n"
    }
    writeError(text)
  }

  /// Shows the progress, if it is due.
  ///
  /// - Parameter variants: The same line in several lengths, longest first.
  package func progress(_ variants: () -> [String]) {
    let now = start.duration(to: .now)
    if let text = progressLine.update(
      at: now, { variants().map { printable($0) } })
    {
      writeError(text)
    }
  }

  /// Shows the last state of progress and leaves it standing.
  package func finishProgress(_ variants: () -> [String]) {
    if let text = progressLine.finish({ variants().map { printable($0) } }) {
      writeError(text)
    }
  }

  /// Lines in the charset: no control but theirs and that of a style.
  private func encoded(lines text: String) -> String {
    capabilities.charset.encode(Style.printable(lines: text))
  }

  /// A remark in the charset of the terminal and within its width.
  private func encoded(_ text: String) -> String {
    folded(capabilities.charset.encode(text), capabilities.errorsIsTerminal)
  }

  /// Output to files is never folded.
  private func folded(_ text: String, _ isTerminal: Bool) -> String {
    isTerminal
      ? Wrapping.folded(text, width: capabilities.width) : text
  }

  /// Failures are dropped: no stream is left to report them.
  private func writeError(_ text: String) {
    if capabilities.outputIsTerminal { try? output.flush() }
    try? errors.write(text)
    try? errors.flush()
  }
}
