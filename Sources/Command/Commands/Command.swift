/// A command: what it takes, and what it does.
package struct Command: Sendable {
  package let specification: CommandSpecification

  /// Runs it. Results go to the console; whatever is thrown becomes an error
  /// message and an exit code in `Failure`.
  package let run: @Sendable (Arguments, Console) async throws -> ExitCode

  package init(
    _ specification: CommandSpecification,
    run: @escaping @Sendable (Arguments, Console) async throws -> ExitCode
  ) {
    self.specification = specification
    self.run = run
  }
}
