import Checkpoints
import Players
import TicTacToe
import Training

/// A policy that a person corrects while they play it, and the file that keeps
/// the mistakes they marked.
///
/// The policy is always the one at the start, corrected by all the mistakes:
/// so `noughts train --continue POLICY --mistakes FILE` makes it again.
struct Teaching {
  /// The policy as it plays now.
  private(set) var policy: any Policy

  /// The file's path.
  let path: String

  private let original: any Policy
  private var mistakes: [Mistake] = []

  /// How long the file was, and which policy played, before each mark.
  private var marks: [(length: Int, policy: any Policy)] = []

  /// Starts with a policy, corrected by what was marked before.
  init(_ policy: any Policy, path: String, mistakes: [Mistake]) throws {
    self.policy = policy
    original = policy
    self.path = path
    self.mistakes = mistakes
    if !mistakes.isEmpty { self.policy = try correction().policy }
  }

  /// Whether any mark can be taken back.
  var hasMarks: Bool { !marks.isEmpty }

  /// Marks a move as bad: corrects the policy and keeps the mistake.
  ///
  /// Throws `Failure` in words for the player if it cannot be learned from;
  /// then nothing is changed.
  mutating func mark(_ mistake: Mistake) throws -> Correction {
    let before = (try AppendLog(path).length(), policy)
    let old = mistakes
    mistakes.append(mistake)
    do {
      let correction = try correction()
      try AppendLog(path).append(Array(mistake.line.utf8))
      policy = correction.policy
      marks.append(before)
      return correction
    } catch {
      mistakes = old
      throw error
    }
  }

  /// Takes the last mark back, in the policy and in the file.
  mutating func unmark() throws {
    guard let last = marks.popLast() else { return }
    try AppendLog(path).truncate(to: last.length)
    mistakes.removeLast()
    policy = last.policy
  }

  /// The correction by all mistakes.
  private func correction() throws -> Correction {
    guard let network = original as? NetworkPolicy else {
      throw Failure(.usage, "\(original.name) has no weights to correct")
    }
    let file: MistakesFile
    do {
      file = try MistakesFile(mistakes.map(\.line).joined(separator: "\n"))
    } catch {
      throw Failure(
        .badData,
        error.lines.map(\.reason.words).joined(separator: "; ")
      )
    }
    var recipe = NegativeExamples.Recipe()
    if network.head == .sigmoid { recipe.cost = .quadratic }
    return try Correction(of: network, mistakes: file.mistakes, recipe: recipe)
  }
}
