internal import Training

/// One question, answered by measuring conditions over many seeds.
public struct Study: Sendable {
  /// The name a command takes.
  public let name: String

  /// What is asked, in one sentence.
  public let question: String

  /// Whether it is the small form, for tests.
  public let isQuick: Bool

  /// How many seeds answer it unless told otherwise.
  public let seeds: Int

  /// What is varied.
  public let conditions: [Condition]

  /// What is measured.
  public let figures: [Figure]

  /// The figures of one condition and seed, in their order; nil where there is
  /// none. A function of its arguments alone.
  let measure: @Sendable (Condition, UInt64) throws(Divergence) -> [Double?]

  /// What the summary shows, in words, with intervals.
  package let findings: @Sendable (Summary) -> [String]

  /// Pictures of the summary by file name, without its end.
  let charts: @Sendable (Summary) -> [(name: String, svg: String)]

  /// What is measured of one condition and seed; where the weights grew beyond
  /// all use, nothing is proven and nothing else is known.
  func results(of condition: Condition, seed: UInt64) -> [Double?] {
    do {
      return try measure(condition, seed)
    } catch {
      return figures.map { $0.kind == .share ? 0 : nil }
    }
  }
}

/// What is varied in a study: options and their values, in a fixed order.
public struct Condition: Hashable, Sendable {
  /// An option and its value; empty where the condition has no such option.
  public struct Option: Hashable, Sendable {
    /// The option.
    public let key: String

    /// Its value, without commas.
    public let value: String
  }

  /// The options.
  public let options: [Option]

  init(_ options: KeyValuePairs<String, String>) {
    self.options = options.map { Option(key: $0.key, value: $0.value) }
  }

  /// The value of an option; empty if there is none.
  public subscript(key: String) -> String {
    options.first { $0.key == key }?.value ?? ""
  }

  /// The value of an option as a number.
  func number<Number: LosslessStringConvertible>(_ key: String) -> Number {
    guard let number = Number(self[key]) else {
      preconditionFailure("\(key) is \(self[key]), no \(Number.self)")
    }
    return number
  }

  /// The value of an option as one of several by name.
  func choice<Choice: RawRepresentable<String>>(_ key: String) -> Choice {
    guard let choice = Choice(rawValue: self[key]) else {
      preconditionFailure("\(key) is \(self[key]), no \(Choice.self)")
    }
    return choice
  }

  /// Whether the options named have the values given.
  func matches(_ values: KeyValuePairs<String, String>) -> Bool {
    values.allSatisfy { self[$0.key] == $0.value }
  }

  /// The options that have a value, as one line.
  public var text: String {
    options.filter { !$0.value.isEmpty }.map(\.value).joined(separator: " ")
  }
}

/// What a study measures.
public struct Figure: Hashable, Sendable {
  /// How several seeds are summed up.
  public enum Kind: Hashable, Sendable {
    /// By the mean, with Student's interval.
    case mean

    /// As k of n, with Wilson's interval; the values are 0 and 1.
    case share
  }

  /// The name, a column's heading.
  public let name: String

  /// How several seeds are summed up.
  public let kind: Kind

  /// One sentence; empty where another figure's says it already.
  public let meaning: String
}
