/// The parsed arguments of one command.
///
/// `integer` and its like return the value given, or the default;
/// `integerIfGiven` ignores the default.
///
/// - Precondition: Every option asked for was declared, is of that kind and has
///   a value to return.
package struct Arguments: Hashable, Sendable {
  package let specification: CommandSpecification
  package let operands: [String]
  let values: [String: OptionValue]

  package func isGiven(_ name: String) -> Bool {
    _ = declared(name)
    return values[name] != nil
  }

  package func declares(_ name: String) -> Bool {
    specification.option(named: name) != nil
  }

  /// The value given, else the default, else nil.
  package func value(_ name: String) -> OptionValue? {
    let option = declared(name)
    return values[name] ?? option.defaultValue
  }

  package func flag(_ name: String) -> Bool {
    let option = declared(name)
    precondition(option.kind == .flag, "--\(name) is not a flag")
    return values[name] != nil
  }

  package func integer(_ name: String) -> Int {
    integer(name, required(name))
  }

  package func integerIfGiven(_ name: String) -> Int? {
    given(name).map { integer(name, $0) }
  }

  package func unsigned(_ name: String) -> UInt64 {
    guard case .unsigned(let value) = required(name) else {
      preconditionFailure("--\(name) is not a whole number from 0 to 2⁶⁴ − 1")
    }
    return value
  }

  package func decimal(_ name: String) -> Double {
    guard case .decimal(let value) = required(name) else {
      preconditionFailure("--\(name) is not a decimal")
    }
    return value
  }

  package func text(_ name: String) -> String {
    text(name, required(name))
  }

  package func textIfGiven(_ name: String) -> String? {
    given(name).map { text(name, $0) }
  }

  /// The file given for a picture.
  ///
  /// - Throws: `Failure` 64 if its name does not end in `.svg`.
  package func picturePath(_ name: String) throws(Failure) -> String? {
    guard let path = textIfGiven(name) else { return nil }
    guard path.hasSuffix(".svg") else {
      throw Failure(
        .usage,
        "--\(name): \(quoted(path)) does not end in .svg; expected FILE.svg"
      )
    }
    return path
  }

  /// - Precondition: The option was declared as a choice of this type.
  package func choice<Choice: RawRepresentable<String>>(
    _ name: String, as type: Choice.Type = Choice.self
  ) -> Choice {
    choice(name, required(name))
  }

  private func declared(_ name: String) -> OptionSpecification {
    guard let option = specification.option(named: name) else {
      preconditionFailure("\(specification.name) declares no --\(name)")
    }
    return option
  }

  private func given(_ name: String) -> OptionValue? {
    _ = declared(name)
    return values[name]
  }

  private func required(_ name: String) -> OptionValue {
    guard let value = value(name) else {
      preconditionFailure("--\(name) is not given and has no default")
    }
    return value
  }

  private func integer(_ name: String, _ value: OptionValue) -> Int {
    guard case .integer(let value) = value else {
      preconditionFailure("--\(name) is not a whole number")
    }
    return value
  }

  private func text(_ name: String, _ value: OptionValue) -> String {
    guard case .text(let value) = value else {
      preconditionFailure("--\(name) is not a text")
    }
    return value
  }

  private func choice<Choice: RawRepresentable<String>>(
    _ name: String, _ value: OptionValue
  ) -> Choice {
    let name = text(name, value)
    guard let choice = Choice(rawValue: name) else {
      preconditionFailure("\(name) is not a \(Choice.self)")
    }
    return choice
  }
}
