import Command
import Glibc
import Testing

@Suite struct StandardDescriptorsTests {
  @Test func `a file opened later takes no standard number`() async {
    await #expect(processExitsWith: .exitCode(7)) {
      for descriptor in STDIN_FILENO...STDERR_FILENO { close(descriptor) }
      StandardDescriptors.secure()
      guard unsafe write(STDOUT_FILENO, "a", 1) == -1 else { exit(1) }
      let file = unsafe open("/dev/null", O_RDONLY)
      exit(file > STDERR_FILENO ? 7 : 2)
    }
  }
}
