package enum UsageError: Error, Hashable {
  case unknownCommand(String, among: [String])
  case optionBeforeCommand(String)
  case unknownOption(String, among: [String])
  case unknownChoice(option: String, value: String, choices: [String])
  case notAnInteger(option: String, value: String, expected: String)
  case notADecimal(option: String, value: String, expected: String)
  case outOfRange(option: String, value: String, expected: String)
  case missingValue(option: String, expected: String)
  case unexpectedValue(option: String, value: String)
  case contradiction(option: String, first: String, second: String)
  case missingOperand(String)
  case unexpectedOperand(String, most: Int)
  case incompatible(String, String, reason: String)

  /// An operand with an unknown name, of a study or a shell.
  case unknownName(String, what: String, among: [String])

  /// One line: the place, the error, the expected value and a suggestion.
  package var message: String {
    switch self {
    case .unknownCommand(let name, let names):
      unknown("command", name, names)
    case .optionBeforeCommand(let option):
      "\(quoted(option)) stands before the command;"
        + " expected noughts COMMAND [OPTIONS]"
    case .unknownOption(let name, let names):
      unknown("option", name, names)
    case .unknownName(let name, let what, let names):
      unknown(what, name, names)
        + "; expected \(names.joined(separator: ", "))"
    case .unknownChoice(let option, let value, let names):
      "--\(option): " + unknown("choice", value, names)
        + "; expected \(names.joined(separator: "|"))"
    case .notAnInteger(let option, let value, let expected):
      "--\(option): \(quoted(value)) is not a whole number; expected \(expected)"
    case .notADecimal(let option, let value, let expected):
      "--\(option): \(quoted(value)) is not a decimal number;"
        + " expected \(expected)"
    case .outOfRange(let option, let value, let expected):
      "--\(option): \(quoted(value)) is out of range; expected \(expected)"
    case .missingValue(let option, let expected):
      "--\(option): a value is missing; expected --\(option) \(expected)"
    case .unexpectedValue(let option, let value):
      "--\(option): takes no value, but got \(quoted(value))"
    case .contradiction(let option, let first, let second):
      "--\(option): given twice, as \(quoted(first)) and \(quoted(second));"
        + " expected one of them"
    case .missingOperand(let name):
      "\(name) is missing"
    case .unexpectedOperand(let operand, 0):
      "\(quoted(operand)) is one too many; expected options only"
    case .unexpectedOperand(let operand, let most):
      "\(quoted(operand)) is one too many; expected at most \(most)"
    case .incompatible(let first, let second, let reason):
      "--\(first) and --\(second) exclude each other: \(reason)"
    }
  }

  private func unknown(
    _ what: String, _ name: String, _ names: [String]
  ) -> String {
    let start = "unknown \(what) \(quoted(name))"
    guard let nearest = Nearest.name(to: name, among: names) else {
      return start
    }
    return "\(start) (did you mean \(nearest)?)"
  }
}

extension ClosedRange<Int> {
  /// The range in messages and help: `1…9`, `at least 0`.
  var expected: String {
    upperBound == .max
      ? "at least \(lowerBound)" : "\(lowerBound)…\(upperBound)"
  }
}

extension ClosedRange<Double> {
  /// The range in messages and help: `0…0.5`, `at least 0`.
  var expected: String {
    let lower = OptionValue.decimal(lowerBound)
    let upper = OptionValue.decimal(upperBound)
    return upperBound >= Double.greatestFiniteMagnitude
      ? "at least \(lower)" : "\(lower)…\(upper)"
  }
}

extension UsageError {
  /// Whether the help of the command answers it, rather than the overview.
  var concernsCommand: Bool {
    switch self {
    case .unknownCommand, .optionBeforeCommand: false
    default: true
    }
  }
}
