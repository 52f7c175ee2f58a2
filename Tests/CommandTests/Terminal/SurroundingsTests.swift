import Command
import Glibc
import Testing

@Suite struct SurroundingsTests {
  @Test func `the environment is read, and files are no terminals`() async {
    await #expect(processExitsWith: .exitCode(7)) {
      let file = try temporaryFile()
      for descriptor in STDIN_FILENO...STDERR_FILENO { dup2(file, descriptor) }
      unsafe setenv("COLUMNS", "40", 1)
      unsafe unsetenv("NO_COLOR")
      let here = Surroundings.current()
      guard here.environment["COLUMNS"] == "40" else { exit(1) }
      guard here.environment["NO_COLOR"] == nil else { exit(2) }
      guard !here.outputIsTerminal, here.windowWidth == nil else { exit(3) }
      exit(7)
    }
  }
}
