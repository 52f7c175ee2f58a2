/// A command of the program.
package struct Command: Sendable {
  package let specification: CommandSpecification

  /// Runs the command. Results go to the console; `Failure` turns every error
  /// into a message and an exit code.
  package let run: @Sendable (Arguments, Console) async throws -> ExitCode

  package init(
    _ specification: CommandSpecification,
    run: @escaping @Sendable (Arguments, Console) async throws -> ExitCode
  ) {
    self.specification = specification
    self.run = run
  }
}
