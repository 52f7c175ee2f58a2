internal import Checkpoints
internal import Evaluation

/// When each goal was first proven, and since when it has held.
public struct Milestones: Sendable, Equatable {
  /// The games or steps after which a goal was proven.
  public struct Mark: Sendable, Equatable {
    /// The first evaluation that proved it.
    public fileprivate(set) var first: Int?

    /// The first evaluation of the unbroken series that proves it up to now;
    /// nil if the last did not prove it.
    public fileprivate(set) var since: Int?
  }

  private var marks: [Mark] = Goal.provable.map { _ in Mark() }

  /// Creates the state of a run in which nothing is proven yet.
  public init() {}

  public subscript(goal: Goal) -> Mark {
    Goal.provable.firstIndex(of: goal).map { marks[$0] } ?? Mark()
  }

  mutating func record(_ judgment: Judgment, at done: Int) {
    for (i, goal) in Goal.provable.enumerated() {
      if judgment.reaches(goal) {
        marks[i].first = marks[i].first ?? done
        marks[i].since = marks[i].since ?? done
      } else {
        marks[i].since = nil
      }
    }
  }

  var json: JSON {
    .object(
      zip(Goal.provable, marks).map { goal, mark in
        .init(
          key: goal.rawValue,
          value: [
            "first": mark.first.map { JSON($0) } ?? .null,
            "since": mark.since.map { JSON($0) } ?? .null,
          ]
        )
      }
    )
  }

  init(_ field: JSONField, upTo done: Int) throws(JSONError) {
    let object = try field.object(keys: Goal.provable.map(\.rawValue))
    for (i, goal) in Goal.provable.enumerated() {
      let mark = try object.member(goal.rawValue).object(
        keys: ["first", "since"]
      )
      marks[i].first = try mark.member("first").count()
      marks[i].since = try mark.member("since").count()
      let (first, since) = (marks[i].first, marks[i].since)
      let isPossible =
        (first ?? 0) <= done
        && (since.map { since in first.map { $0 <= since } ?? false } ?? true)
        && (since ?? 0) <= done
      guard isPossible else {
        throw try object.member(goal.rawValue).mismatch(
          "first ≤ since ≤ \(done), and no since without a first"
        )
      }
    }
  }
}

extension Goal {
  static let provable: [Goal] = [.unbeatable, .perfect, .nash]
}

extension JSONField {
  fileprivate func count() throws(JSONError) -> Int? {
    value == .null ? nil : try int(in: 0...Int.max)
  }
}
