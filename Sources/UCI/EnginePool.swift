internal import Synchronization
public import TicTacToe

/// The processes of one external engine: one per game in play, started when
/// first needed and again after a failure.
public final class EnginePool: Sendable {
  private struct State {
    var playing: [Int: Slot] = [:]
    var idle: [Slot] = []
  }

  private final class Slot: Sendable {
    let engine = Mutex<ExternalEngine?>(nil)
  }

  private let command: String
  private let limit: Double
  private let isStopped: @Sendable () -> Bool
  private let state = Mutex(State())

  /// Creates a pool without starting the engine.
  ///
  /// - Parameters:
  ///   - command: A program and its arguments, in the shell's quoting.
  ///   - limit: The most seconds for an answer, above 0.
  ///   - isStopped: Whether to give up waiting, asked many times a second.
  public init(
    command: String, limit: Double,
    isStopped: @escaping @Sendable () -> Bool = { false }
  ) {
    precondition(limit > 0, "\(limit) seconds for an answer")
    self.command = command
    self.limit = limit
    self.isStopped = isStopped
  }

  deinit {
    for slot in state.withLock({ $0.idle }) {
      slot.engine.withLock { $0?.quit() }
    }
  }

  /// Starts the engine and checks that it supports tictactoe, so that a bad
  /// command fails before the first game.
  public func introduce() throws(EngineFailure) {
    let slot = Slot()
    try slot.engine.withLock { engine throws(EngineFailure) in
      engine = try started()
    }
    state.withLock { $0.idle.append(slot) }
  }

  private func started() throws(EngineFailure) -> ExternalEngine {
    var engine = try ExternalEngine(command, limit: limit, isStopped: isStopped)
    try engine.introduce()
    return engine
  }

  /// Chooses a move after others from the empty board.
  ///
  /// - Parameter game: The number of the game.
  /// - Throws: `EngineFailure`, after which the process has ended; the next
  ///   move starts another.
  public func move(
    inGame game: Int, after moves: [Square]
  ) throws(EngineFailure) -> Square {
    let slot = state.withLock { state in
      let slot = state.playing[game] ?? state.idle.popLast() ?? Slot()
      state.playing[game] = slot
      return slot
    }
    return try slot.engine.withLock { engine throws(EngineFailure) in
      var current: ExternalEngine
      if let running = engine.take() {
        current = running
      } else {
        current = try started()
      }
      // Kept only if it did not fail; else it ends here.
      let move = try current.move(after: moves)
      engine = consume current
      return move
    }
  }

  /// Frees the process of a game that is over, if there was one.
  public func finish(game: Int) {
    guard let slot = state.withLock({ $0.playing.removeValue(forKey: game) })
    else { return }
    slot.engine.withLock { engine in
      do { try engine?.startGame() } catch { engine = nil }
    }
    state.withLock { $0.idle.append(slot) }
  }
}
