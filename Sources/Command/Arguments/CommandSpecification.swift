/// What a command is called, takes and is for: all that parsing, help and
/// completion need to know.
package struct CommandSpecification: Hashable, Sendable {
  /// The heading under which the overview lists a command.
  package enum Group: String, CaseIterable, Sendable {
    case playAndTrain = "play and train"
    case lookDeeper = "look deeper"
  }

  /// A command line worth copying, and what it does.
  package struct Example: Hashable, Sendable {
    package let line: String
    package let note: String

    package init(_ line: String, _ note: String) {
      self.line = line
      self.note = note
    }
  }

  /// A word of the results, and what it means.
  package struct Term: Hashable, Sendable {
    package let name: String

    /// One sentence.
    package let meaning: String

    package init(_ name: String, _ meaning: String) {
      self.name = name
      self.meaning = meaning
    }
  }

  package let name: String

  /// One sentence.
  package let summary: String

  package let group: Group
  package let operands: [OperandSpecification]
  package let examples: [Example]

  /// The words of its results that need a sentence.
  package let terms: [Term]

  /// The options declared, then `help`, which every command has.
  package let options: [OptionSpecification]

  /// - Precondition: no option name or short name occurs twice, and only the
  ///   last operand may be optional or repeat.
  package init(
    name: String,
    summary: String,
    group: Group,
    operands: [OperandSpecification] = [],
    examples: [Example],
    options: [OptionSpecification] = [],
    terms: [Term] = []
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
        operand.count == 1...1,
        "\(name): \(operand.name) is not the last"
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
        names.insert("-\(short)").inserted,
        "\(name): -\(short) declared twice"
      )
    }
  }

  /// The option called `name`, without dashes.
  func option(named name: String) -> OptionSpecification? {
    options.first { $0.name == name }
  }

  /// How many operands the command takes.
  var operandCount: ClosedRange<Int> {
    let most = operands.reduce(0) {
      let (sum, overflow) = $0.addingReportingOverflow($1.count.upperBound)
      return overflow ? Int.max : sum
    }
    return operands.reduce(0) { $0 + $1.count.lowerBound }...most
  }
}

/// What stands on the command line without an option before it.
package struct OperandSpecification: Hashable, Sendable {
  /// The placeholder: `RUN`, `POLICY`.
  package let name: String

  /// How many of them there may be.
  package let count: ClosedRange<Int>

  package let help: String

  /// What may stand there by name, for completion.
  package let words: [String]

  /// A folder whose JSON files may stand there by their names alone, if there
  /// is one.
  package let folder: String?

  package init(
    _ name: String,
    count: ClosedRange<Int> = 1...1,
    help: String,
    words: [String] = [],
    folder: String? = nil
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
