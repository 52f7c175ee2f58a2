import Files
import TicTacToe
import Training

/// A file of mistakes that a command takes.
enum MistakesOperand {
  /// The largest file that is read, in bytes.
  static let largest = 1 << 20

  /// - Throws: `Failure` 65 with every bad line, or `FileError`.
  static func read(
    _ path: String, on board: Board, mayBeEmpty: Bool = false
  ) throws -> RunOptions.Mistakes {
    let bytes = try DurableFile(path).read(limit: largest)
    let file: MistakesFile
    do {
      file = try MistakesFile(String(decoding: bytes, as: UTF8.self), on: board)
    } catch { throw Failure.naming(path, error) }
    guard mayBeEmpty || !file.mistakes.isEmpty else {
      throw Failure(
        .badData, "\(path): no mistakes, expected a POSITION MOVE a line"
      )
    }
    return RunOptions.Mistakes(name: path, mistakes: file.mistakes)
  }
}
