/// The name of one option, its values and its purpose.
package struct OptionSpecification: Hashable, Sendable {
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
  package let defaultValue: OptionValue?

  /// The text of help for a default that depends on others.
  package let defaultNote: String?

  /// The heading in help; nil puts it under plain `options`.
  package let group: String?

  package let help: String

  /// - Precondition: The default is a value of this kind.
  package init(
    _ name: String, _ kind: Kind, default value: OptionValue? = nil,
    defaultNote: String? = nil, short: Character? = nil, group: String? = nil,
    help: String
  ) {
    self.name = name
    self.short = short
    self.kind = kind
    self.defaultValue = value
    self.defaultNote = defaultNote
    self.group = group
    self.help = help
    if let value {
      precondition(
        (try? OptionValue.read(value.description, for: self)) == value,
        "--\(name): default \(value) is not \(kind)"
      )
    }
  }

  package static func flag(
    _ name: String, short: Character? = nil, help: String
  ) -> Self {
    Self(name, .flag, short: short, help: help)
  }

  package static func integer(
    _ name: String, in range: ClosedRange<Int>, default value: Int? = nil,
    defaultNote: String? = nil, short: Character? = nil, group: String? = nil,
    help: String
  ) -> Self {
    Self(
      name, .integer(range), default: value.map(OptionValue.integer),
      defaultNote: defaultNote, short: short, group: group, help: help
    )
  }

  package static func decimal(
    _ name: String, in range: ClosedRange<Double>, default value: Double? = nil,
    group: String? = nil, help: String
  ) -> Self {
    Self(
      name, .decimal(range), default: value.map(OptionValue.decimal),
      group: group, help: help
    )
  }

  package static func choice(
    _ name: String, of names: [String], default value: String? = nil,
    defaultNote: String? = nil, group: String? = nil, help: String
  ) -> Self {
    Self(
      name, .choice(names), default: value.map(OptionValue.text),
      defaultNote: defaultNote, group: group, help: help
    )
  }

  /// One of the cases of an enumeration of strings, read back with
  /// `Arguments.choice(_:as:)`.
  package static func choice<Choice>(
    _ name: String, of type: Choice.Type, default value: Choice? = nil,
    defaultNote: String? = nil, help: String
  ) -> Self
  where Choice: CaseIterable & RawRepresentable, Choice.RawValue == String {
    Self(
      name, .choice(type.allCases.map(\.rawValue)),
      default: (value?.rawValue).map(OptionValue.text),
      defaultNote: defaultNote, help: help
    )
  }

  /// Any text that is not empty: a file, a name.
  package static func text(
    _ name: String, _ placeholder: String, default value: String? = nil,
    defaultNote: String? = nil, group: String? = nil, help: String
  ) -> Self {
    Self(
      name, .text(placeholder: placeholder),
      default: value.map(OptionValue.text), defaultNote: defaultNote,
      group: group, help: help
    )
  }
}
