internal import TicTacToe

/// An external engine that speaks the Universal Chess Interface, variant
/// `tictactoe`: its process and the conversation with it.
///
/// Discard it after a failure.
struct ExternalEngine: ~Copyable {
  /// The most bytes that an engine may write before an answer.
  static let mostOutput = 1 << 20

  private var process: EngineProcess

  /// The most seconds for an answer.
  private let limit: Double

  init(
    _ command: String, limit: Double, isStopped: @escaping @Sendable () -> Bool
  ) throws(EngineFailure) {
    self.limit = limit
    process = try EngineProcess(command, isStopped: isStopped)
  }

  /// Sets it up for tic-tac-toe, once, before anything else.
  mutating func introduce() throws(EngineFailure) {
    // Before `uci`, so that the variant is among those it then offers; engines
    // that have the game built in ignore it.
    try process.send("setoption name VariantPath value /dev/fd/4")
    try process.send("uci")
    var offersGame = false
    _ = try answer("uciok") { words in
      offersGame =
        offersGame
        || words.starts(with: ["option", "name", "UCI_Variant"])
          && words.contains("tictactoe")
    }
    guard offersGame else { throw .otherGame }
    try process.send("setoption name UCI_Variant value tictactoe")
    try startGame()
  }

  /// Tells it that the next position is of another game.
  mutating func startGame() throws(EngineFailure) {
    try process.send("ucinewgame")
  }

  /// Its move after others from the empty board; the game is not over.
  mutating func move(after moves: [Square]) throws(EngineFailure) -> Square {
    // It may still be answering an earlier question.
    try process.send("isready")
    _ = try answer("readyok")
    let words = moves.map { " " + UCIMove.text($0) }
    try process.send(
      "position startpos" + (words.isEmpty ? "" : " moves" + words.joined())
    )
    // No game is longer than the board has squares.
    try process.send("go depth \(TicTacToeVariant.rules.squareCount)")
    let answer = try answer("bestmove")
    guard answer.count > 1, let move = UCIMove.square(answer[1].text),
      !moves.contains(move)
    else { throw .illegalMove }
    return move
  }

  /// Asks it to end and gives it a moment.
  mutating func quit() {
    let deadline = ContinuousClock.now + .milliseconds(500)
    var budget = ExternalEngine.mostOutput
    try? process.send("quit")
    while (try? process.readLine(before: deadline, budget: &budget)) != nil {}
  }

  /// The words of the next line that begins with one, passing over others.
  private mutating func answer(
    _ expected: String, passing other: ([ByteText]) -> Void = { _ in }
  ) throws(EngineFailure) -> [ByteText] {
    let deadline = ContinuousClock.now + .seconds(limit)
    var budget = ExternalEngine.mostOutput
    while let line = try process.readLine(before: deadline, budget: &budget) {
      let words = line.words(between: " \t\r").map { ByteText($0) }
      if words.first == ByteText(expected) { return words }
      other(words)
    }
    throw budget > 0 ? .silent(expected: expected, seconds: limit) : .flooding
  }
}
