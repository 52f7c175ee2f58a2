import TicTacToe

/// The name, the arguments and the purpose of a command, for parsing, help and
/// completion.
package struct CommandSpecification: Hashable, Sendable {
  /// The heading under which the overview lists a command.
  package enum Group: String, CaseIterable, Sendable {
    case playAndTrain = "play and train"
    case lookDeeper = "look deeper"
  }

  /// An example or a word of the results, with its meaning in one sentence.
  package struct Entry: Hashable, Sendable {
    package let term: String
    package let meaning: String

    package init(_ term: String, _ meaning: String) {
      self.term = term
      self.meaning = meaning
    }
  }

  package let name: String
  package let summary: String
  package let group: Group
  package let operands: [OperandSpecification]
  package let examples: [Entry]

  /// The words of the results that need an explanation.
  package let terms: [Entry]

  /// The options declared, then `help`, which every command has.
  package let options: [OptionSpecification]

  /// - Precondition: No option name or short name occurs twice; only the
  ///   last operand may be optional or repeat.
  package init(
    name: String, summary: String, group: Group,
    operands: [OperandSpecification] = [], examples: [Entry],
    options: [OptionSpecification] = [], terms: [Entry] = []
  ) {
    self.name = name
    self.summary = summary
    self.group = group
    self.operands = operands
    self.examples = examples
    self.terms = terms
    self.options = options + [.help]
    for operand in operands.dropLast() {
      precondition(
        operand.count == 1...1, "\(name): \(operand.name) is not the last"
      )
    }
    var names: Set<String> = []
    for option in self.options {
      precondition(
        names.insert(option.name).inserted,
        "\(name): --\(option.name) declared twice"
      )
      guard let short = option.short else { continue }
      precondition(
        names.insert("-\(short)").inserted, "\(name): -\(short) declared twice"
      )
    }
  }

  func option(named name: String) -> OptionSpecification? {
    options.first { $0.name.isSame(as: name) }
  }

  var operandCount: ClosedRange<Int> {
    let most = operands.reduce(0) {
      let (sum, overflow) = $0.addingReportingOverflow($1.count.upperBound)
      return overflow ? Int.max : sum
    }
    return operands.reduce(0) { $0 + $1.count.lowerBound }...most
  }
}

/// An argument without the name of an option.
package struct OperandSpecification: Hashable, Sendable {
  /// The placeholder: `RUN`, `POLICY`.
  package let name: String
  package let count: ClosedRange<Int>
  package let help: String

  /// The names that completion offers.
  package let words: [String]

  /// A folder whose JSON files completion offers by their names alone.
  package let folder: String?

  package init(
    _ name: String, count: ClosedRange<Int> = 1...1, help: String,
    words: [String] = [], folder: String? = nil
  ) {
    self.name = name
    self.count = count
    self.help = help
    self.words = words
    self.folder = folder
  }

  /// As usage shows it: `POLICY`, `[RUN]`, `POLICY...`, `[RUN...]`.
  var usage: String {
    let repeated = count.upperBound > 1 ? "\(name)..." : name
    return count.lowerBound == 0 ? "[\(repeated)]" : repeated
  }
}
