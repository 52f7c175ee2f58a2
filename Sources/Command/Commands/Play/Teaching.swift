import Files
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

  /// The policies that played before each mark.
  private var marks: [any Policy] = []

  /// Starts with a policy, corrected by what was marked before.
  init(_ policy: any Policy, path: String, mistakes: [Mistake]) throws {
    self.policy = policy
    original = policy
    self.path = path
    self.mistakes = mistakes
    if !mistakes.isEmpty { self.policy = seated(try correction()) }
  }

  /// Marks a move as bad: corrects the policy and keeps the mistake.
  ///
  /// Throws `Failure` in words for the player if it cannot be learned from;
  /// then nothing is changed.
  mutating func mark(_ mistake: Mistake) throws -> Correction {
    mistakes.append(mistake)
    do {
      let correction = try correction()
      try AppendLog(path).append(afterWholeLine: Array(mistake.line.utf8))
      marks.append(policy)
      policy = seated(correction)
      return correction
    } catch {
      mistakes.removeLast()
      throw error
    }
  }

  /// Takes the last mark back, in the policy and in the file, whose other lines
  /// stay.
  mutating func unmark() throws {
    guard let last = marks.last, let mistake = mistakes.last else { return }
    try forget(mistake)
    marks.removeLast()
    mistakes.removeLast()
    policy = last
  }

  /// Removes the last line of the file that holds a mistake.
  private func forget(_ mistake: Mistake) throws {
    var lines = try bytes().split(
      separator: UInt8(ascii: "\n"),
      omittingEmptySubsequences: false
    )
    let own = Array(mistake.line.utf8)
    guard let index = lines.lastIndex(where: { Array($0) == own }) else {
      throw Failure(.badData, "\(path) holds \(mistake.line) no more")
    }
    lines.remove(at: index)
    let rest = lines.joined(separator: [UInt8(ascii: "\n")])
    try DurableFile(path).write(Array(rest))
  }

  private func bytes() throws -> [UInt8] {
    try DurableFile(path).read(limit: MistakesOperand.largest)
  }

  private func seated(_ correction: Correction) -> any Policy {
    let temperature = (original as? TemperedPolicy)?.temperature ?? 0
    return TemperedPolicy(correction.policy, temperature: temperature)
  }

  /// The correction by all mistakes.
  private func correction() throws -> Correction {
    guard let player = original as? TemperedPolicy else {
      throw Failure(.usage, "\(original.name) has no weights to correct")
    }
    let network = player.network
    let mistakes: [Mistake]
    do throws(Mistake.Reason) {
      mistakes = try MistakesFile.check(self.mistakes)
    } catch {
      throw Failure(.badData, error.words)
    }
    var recipe = NegativeExamples.Recipe()
    if network.head == .sigmoid { recipe.cost = .quadratic }
    return try Correction(
      of: network,
      mistakes: mistakes,
      replacing: (policy as? TemperedPolicy)?.network,
      recipe: recipe
    )
  }
}
