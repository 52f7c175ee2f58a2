internal import Synchronization
public import TicTacToe

/// The processes of one outside engine: one for each game that is played at the
/// same time, started when first needed and again after a failure.
public final class EnginePool: Sendable {
  private struct State {
    var playing: [Int: Place] = [:]
    var idle: [Place] = []
  }

  /// Where a process is, or will be.
  private final class Place: Sendable {
    let engine = Mutex<OutsideEngine?>(nil)
  }

  private let command: String
  private let limit: Double
  private let isStopped: @Sendable () -> Bool
  private let state = Mutex(State())

  /// Names an engine by a program and its arguments, in the shell's quoting.
  ///
  /// - Parameters:
  ///   - limit: How long it may take for an answer, in seconds, above 0.
  ///   - isStopped: Whether to give up waiting, asked many times a second.
  public init(
    command: String,
    limit: Double,
    isStopped: @escaping @Sendable () -> Bool = { false }
  ) {
    precondition(limit > 0, "\(limit) seconds for an answer")
    self.command = command
    self.limit = limit
    self.isStopped = isStopped
  }

  deinit {
    for place in state.withLock({ $0.idle }) {
      place.engine.withLock { $0?.quit() }
    }
  }

  /// Starts the engine and asks it for the game, so that a command that names
  /// none is known before any game.
  ///
  /// - Throws: what it did instead.
  public func introduce() throws(EngineFailure) {
    let place = Place()
    try place.engine.withLock { engine throws(EngineFailure) in
      engine = try started()
    }
    state.withLock { $0.idle.append(place) }
  }

  private func started() throws(EngineFailure) -> OutsideEngine {
    var engine = try OutsideEngine(
      command,
      limit: limit,
      isStopped: isStopped
    )
    try engine.introduce()
    return engine
  }

  /// Chooses a move in a game of a number, after some from the empty board.
  ///
  /// - Throws: what it did instead; its process has ended, and the next move
  ///   asked for starts another.
  public func move(
    inGame game: Int,
    after moves: [Square]
  ) throws(EngineFailure) -> Square {
    let place = state.withLock { state in
      let place = state.playing[game] ?? state.idle.popLast() ?? Place()
      state.playing[game] = place
      return place
    }
    return try place.engine.withLock { engine throws(EngineFailure) in
      var current: OutsideEngine
      if let running = engine.take() {
        current = running
      } else {
        current = try started()
      }
      // Put back only if it did not fail: else it ends here.
      let move = try current.move(after: moves)
      engine = consume current
      return move
    }
  }

  /// Frees the process of a game that is over, if there was one.
  public func finish(game: Int) {
    guard let place = state.withLock({ $0.playing.removeValue(forKey: game) })
    else { return }
    place.engine.withLock { engine in
      do { try engine?.startGame() } catch { engine = nil }
    }
    state.withLock { $0.idle.append(place) }
  }
}
