import Files
import Players
import TicTacToe
import Training

/// A policy that a person corrects while they play it, and the file that keeps
/// the mistakes they marked.
///
/// The policy is always the original, corrected by all the mistakes, so that
/// `noughts train --continue POLICY --mistakes FILE` makes it again.
struct CorrectionSession {
  /// The policy as it plays now.
  private(set) var policy: any Policy
  let path: String

  private let original: any Policy
  private let board: Board
  private var mistakes: [Mistake]

  /// The policies that played before each mark.
  private var undoStack: [any Policy] = []

  /// Starts with a policy, corrected by the mistakes marked before.
  init(
    _ policy: any Policy, on board: Board, path: String, mistakes: [Mistake]
  ) throws {
    self.board = board
    self.policy = policy
    original = policy
    self.path = path
    self.mistakes = mistakes
    if !mistakes.isEmpty { self.policy = try correction(by: mistakes).player }
  }

  /// Checks that a mistake can be learned from.
  ///
  /// - Throws: `Failure` in words for the player, if not.
  func check(_ mistake: Mistake) throws {
    _ = try pupil(with: mistakes + [mistake])
  }

  /// Marks a move as bad: corrects the policy and keeps the mistake.
  ///
  /// - Throws: `Failure` in words for the player, if nothing can be learned
  ///   from the mistake; then nothing is changed.
  mutating func mark(_ mistake: Mistake) throws -> Correction {
    let (correction, player) = try correction(by: mistakes + [mistake])
    try AppendLog(path).append(afterWholeLine: Array(mistake.line.utf8))
    mistakes.append(mistake)
    undoStack.append(policy)
    policy = player
    return correction
  }

  /// Takes the last mark back, in the policy and in the file, whose other lines
  /// stay.
  mutating func undo() throws {
    guard let last = undoStack.last, let mistake = mistakes.last else { return }
    try forget(mistake)
    undoStack.removeLast()
    mistakes.removeLast()
    policy = last
  }

  /// Removes the last line of the file that holds a mistake.
  private func forget(_ mistake: Mistake) throws {
    let file = DurableFile(path)
    var lines = try file.read(limit: MistakesOperand.largest).split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false
    )
    let own = Array(mistake.line.utf8)
    guard let index = lines.lastIndex(where: { Array($0) == own }) else {
      throw Failure(.badData, "\(path) no longer holds \(mistake.line)")
    }
    lines.remove(at: index)
    try file.write(Array(lines.joined(separator: [UInt8(ascii: "\n")])))
  }

  /// The original, if it can learn, and what it would learn from.
  private func pupil(
    with mistakes: [Mistake]
  ) throws -> (player: TemperedPolicy, mistakes: [Mistake]) {
    guard let player = original as? TemperedPolicy else {
      throw Failure(.usage, "\(original.name) has no weights to correct")
    }
    do throws(Mistake.Reason) {
      return (player, try MistakesFile.check(mistakes, on: board))
    } catch {
      throw Failure(.badData, error.words)
    }
  }

  /// The original corrected by mistakes, and the corrected player.
  private func correction(
    by mistakes: [Mistake]
  ) throws -> (Correction, player: any Policy) {
    let (player, checked) = try pupil(with: mistakes)
    var recipe = NegativeExamples.Recipe()
    if player.network.head == .sigmoid { recipe.cost = .quadratic }
    let correction = try Correction(
      of: player.network, on: board, mistakes: checked,
      replacing: (policy as? TemperedPolicy)?.network, recipe: recipe
    )
    let corrected = correction.policy
      .seated(atTemperature: Double(player.temperature))
    return (correction, corrected)
  }
}
