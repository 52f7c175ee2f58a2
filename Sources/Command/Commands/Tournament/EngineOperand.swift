import TicTacToe
import Tournament
import UCI

/// An external engine among the operands of a tournament: `uci:COMMAND`.
struct EngineOperand: ExternalPlayer {
  static let prefix = "uci:"

  /// The command without the folder of its program and without quotation marks.
  let name: String

  let identity: String
  private let pool: EnginePool

  /// Whether an operand stands for an engine.
  static func isOne(_ operand: String) -> Bool { operand.begins(with: prefix) }

  /// Reads an operand, without starting the engine.
  ///
  /// - Throws: `Failure` 64 if it names no program.
  init(_ operand: String, secondsPerMove limit: Double) throws(Failure) {
    let command = String(
      operand.unicodeScalars.dropFirst(EngineOperand.prefix.utf8.count)
    )
    let words = command.split(separator: " ")
    guard let program = words.first,
      command.unicodeScalars.allSatisfy({
        $0.properties.generalCategory != .control
      })
    else {
      throw Failure(
        .usage,
        "\(quoted(operand)): expected a program and its arguments after uci:"
      )
    }
    let short = program.split(separator: "/").last ?? program
    let shown = ([short] + words.dropFirst()).joined(separator: " ")
    name = EngineOperand.prefix + shown.filter { !"'\"".contains($0) }
    identity = "\(quoted(command)) with \(limit) s a move"
    pool = EnginePool(
      command: command, limit: limit, isStopped: { Interrupts.pending != nil }
    )
  }

  /// Starts the engine once, before any game.
  ///
  /// - Throws: `Failure` 66 if the command is not an engine of this game; an
  ///   engine that fails in another way may still play.
  func check() throws(Failure) {
    do throws(EngineFailure) { try pool.introduce() } catch {
      guard [.notFound, .notExecutable, .otherGame].contains(error) else {
        return
      }
      throw Failure(.missingInput, "\(name) \(error.reason)")
    }
  }

  func move(
    inGame game: Int, after moves: [Square]
  ) throws(ExternalPlayerFailure) -> Square {
    do throws(EngineFailure) {
      return try pool.move(inGame: game, after: moves)
    } catch {
      // A signal may end an engine before it is seen here.
      if error == .stopped || Interrupts.pending != nil { throw .stopped }
      throw .forfeit(error.reason)
    }
  }

  func finish(game: Int) { pool.finish(game: game) }
}
