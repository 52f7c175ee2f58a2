/// What one option is called, what it takes and what it is for.
package struct OptionSpecification: Hashable, Sendable {
  /// What an option takes.
  package enum Kind: Hashable, Sendable {
    case flag
    case integer(ClosedRange<Int>)

    /// A whole number from 0 to 2⁶⁴ − 1.
    case unsigned
    case decimal(ClosedRange<Double>)
    case choice([String])
    case text(placeholder: String)
  }

  /// The name without its dashes.
  package let name: String

  package let short: Character?
  package let kind: Kind

  /// The value when the option is not given, if there is one.
  package let defaultValue: OptionValue?

  /// What help says instead of a default, for one that depends on others.
  package let defaultNote: String?

  /// The heading in help; nil puts it under plain `options`.
  package let group: String?

  package let help: String
}

extension OptionSpecification {
  /// A switch, off unless given.
  package static func flag(
    _ name: String,
    short: Character? = nil,
    group: String? = nil,
    help: String
  ) -> Self {
    Self(
      name: name,
      short: short,
      kind: .flag,
      defaultValue: nil,
      defaultNote: nil,
      group: group,
      help: help
    )
  }

  /// A whole number.
  ///
  /// - Precondition: the default lies in the range.
  package static func integer(
    _ name: String,
    in range: ClosedRange<Int>,
    default value: Int? = nil,
    defaultNote: String? = nil,
    short: Character? = nil,
    group: String? = nil,
    help: String
  ) -> Self {
    precondition(
      value.map(range.contains) ?? true,
      "--\(name): default out of \(range)"
    )
    return Self(
      name: name,
      short: short,
      kind: .integer(range),
      defaultValue: value.map { .integer($0) },
      defaultNote: defaultNote,
      group: group,
      help: help
    )
  }

  /// A whole number from 0 to 2⁶⁴ − 1.
  package static func unsigned(
    _ name: String,
    default value: UInt64,
    help: String
  ) -> Self {
    Self(
      name: name,
      short: nil,
      kind: .unsigned,
      defaultValue: .unsigned(value),
      defaultNote: nil,
      group: nil,
      help: help
    )
  }

  /// A number with an optional fraction and exponent.
  ///
  /// - Precondition: the default lies in the range.
  package static func decimal(
    _ name: String,
    in range: ClosedRange<Double>,
    default value: Double? = nil,
    defaultNote: String? = nil,
    short: Character? = nil,
    group: String? = nil,
    help: String
  ) -> Self {
    precondition(
      value.map(range.contains) ?? true,
      "--\(name): default out of \(range)"
    )
    return Self(
      name: name,
      short: short,
      kind: .decimal(range),
      defaultValue: value.map { .decimal($0) },
      defaultNote: defaultNote,
      group: group,
      help: help
    )
  }

  /// One of a few names.
  ///
  /// - Precondition: the default is among the names.
  package static func choice(
    _ name: String,
    of names: [String],
    default value: String? = nil,
    defaultNote: String? = nil,
    short: Character? = nil,
    group: String? = nil,
    help: String
  ) -> Self {
    precondition(
      value.map(names.contains) ?? true,
      "--\(name): default not in \(names)"
    )
    return Self(
      name: name,
      short: short,
      kind: .choice(names),
      defaultValue: value.map { .text($0) },
      defaultNote: defaultNote,
      group: group,
      help: help
    )
  }

  /// One of the cases of an enumeration of strings, read back with
  /// `Arguments.choice(_:as:)`.
  package static func choice<Choice>(
    _ name: String,
    of type: Choice.Type,
    default value: Choice? = nil,
    defaultNote: String? = nil,
    short: Character? = nil,
    group: String? = nil,
    help: String
  ) -> Self
  where Choice: CaseIterable & RawRepresentable, Choice.RawValue == String {
    choice(
      name,
      of: type.allCases.map(\.rawValue),
      default: value?.rawValue,
      defaultNote: defaultNote,
      short: short,
      group: group,
      help: help
    )
  }

  /// Any text that is not empty: a file, a name.
  package static func text(
    _ name: String,
    _ placeholder: String,
    default value: String? = nil,
    defaultNote: String? = nil,
    short: Character? = nil,
    group: String? = nil,
    help: String
  ) -> Self {
    Self(
      name: name,
      short: short,
      kind: .text(placeholder: placeholder),
      defaultValue: value.map { .text($0) },
      defaultNote: defaultNote,
      group: group,
      help: help
    )
  }
}
