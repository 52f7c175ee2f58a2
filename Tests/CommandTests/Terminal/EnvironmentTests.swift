import Command
import Glibc
import Testing

@Suite struct EnvironmentTests {
  @Test func `the environment is read, and files are no terminals`() async {
    await #expect(processExitsWith: .exitCode(7)) {
      let file = try temporaryFile()
      for descriptor in STDIN_FILENO...STDERR_FILENO { dup2(file, descriptor) }
      unsafe setenv("COLUMNS", "40", 1)
      unsafe unsetenv("NO_COLOR")
      let here = Environment.current()
      guard here.variables["COLUMNS"] == "40" else { exit(1) }
      guard here.variables["NO_COLOR"] == nil else { exit(2) }
      guard !here.outputIsTerminal, here.windowWidth == nil else { exit(3) }
      exit(7)
    }
  }
}
