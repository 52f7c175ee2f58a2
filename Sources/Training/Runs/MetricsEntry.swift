internal import Checkpoints
public import Evaluation
internal import NeuralNetwork
internal import TicTacToe

/// A line of `metrics.jsonl`: the figures of an evaluation, and its moment.
public struct MetricsEntry: Sendable, Equatable {
  public let done: Int

  /// Whether it is the last line of a finished run.
  public let isLast: Bool

  public let seconds: Double?
  public let figures: Figures?

  public struct Figures: Sendable, Equatable {
    /// The gain of best responses to the policy as a distribution, summed over
    /// both seats, 0…2; nil where not every position is judged.
    public let nashConv: Double?

    /// The positions in which the likeliest move is not optimal; nil where not
    /// every position is judged.
    public let blunders: Int?

    /// The mean entropy of the policy over all decision positions, in nats; nil
    /// where not every position is judged.
    public let entropy: Double?

    /// The positions walked; nil on 3×3, where every position is judged.
    public let walked: Int?

    /// What was proven; nil if nothing was.
    public let verdict: Verdict?

    /// The bad moves named and unlearned up to there; nil if the run is told of
    /// none, or was made before they were counted.
    public let unlearning: Unlearning?
  }

  /// Reads a line of a method that counts `unit`, on a board; nil if it is
  /// something else.
  init?(_ line: ArraySlice<UInt8>, unit: String, on board: Board) {
    guard let value = try? JSONReader.read(Array(line)),
      let object = try? JSONField(value).object(),
      let done = try? object.member(unit).int(in: 0...Int.max)
    else { return nil }
    self.done = done
    isLast = object.optional("done") != nil
    seconds = object.optional("seconds").flatMap { try? $0.double() }
    figures = try? Figures(object, on: board)
  }
}

extension MetricsEntry.Figures {
  fileprivate init(_ object: JSONObject, on board: Board) throws(JSONError) {
    if board.scope == .graph {
      nashConv = try object.member("nashConv").double(in: 0...2)
      blunders = try object.member("blunders").int(
        in: 0...board.states.decisions.count
      )
      // The logarithm of the number of moves, rounded up.
      let most = Double(Float.log(Float(board.rules.squareCount))) + 0.001
      entropy = try object.member("entropy").double(in: 0...most)
      walked = nil
      verdict = try object.member("verdict").choice(of: Verdict.self)
    } else {
      nashConv = try object.optional("nashConv").map {
        (field) throws(JSONError) in try field.double(in: 0...2)
      }
      blunders = try object.optional("blunders").map {
        (field) throws(JSONError) in try field.int(in: 0...mostCounted)
      }
      entropy = nil
      walked = try object.member("walked").int(in: 0...mostCounted)
      let field = try object.member("verdict")
      verdict =
        field.value == .null ? nil : try field.choice(of: Verdict.self)
    }
    unlearning = try object.optional(Unlearning.key).map {
      (field) throws(JSONError) in try Unlearning(field)
    }
  }
}

extension JSONField {
  fileprivate func double(
    in range: ClosedRange<Double>
  ) throws(JSONError) -> Double {
    let number = try double()
    guard range.contains(number) else { throw mismatch("\(range)") }
    return number
  }
}
