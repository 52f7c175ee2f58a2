import Command
import Glibc
import Testing

@Suite struct InterruptsTests {
  /// Sends a signal to the process, as a terminal does, and waits for it.
  ///
  /// `raise` would send it to this thread, where signals may be blocked.
  private static func send(_ signal: Int32) {
    let isSecond = Interrupts.pending != nil
    kill(getpid(), signal)
    for _ in 0..<5_000 where isSecond || Interrupts.pending == nil {
      usleep(1_000)
    }
  }

  @Test func `the first signal is remembered`() async {
    await #expect(processExitsWith: .exitCode(7)) {
      Interrupts.watch()
      guard Interrupts.pending == nil else { exit(1) }
      Self.send(SIGTERM)
      exit(Interrupts.pending == .terminate ? 7 : 2)
    }
    await #expect(processExitsWith: .exitCode(7)) {
      Interrupts.watch()
      Self.send(SIGINT)
      exit(Interrupts.pending == .interrupt ? 7 : 2)
    }
  }

  @Test func `a second SIGINT leaves at once`() async {
    await #expect(processExitsWith: .exitCode(130)) {
      Interrupts.watch()
      Self.send(SIGINT)
      Self.send(SIGINT)
      exit(7)
    }
  }

  @Test func `a second signal of the other kind leaves by its own code`() async
  {
    await #expect(processExitsWith: .exitCode(143)) {
      Interrupts.watch()
      Self.send(SIGINT)
      Self.send(SIGTERM)
      exit(7)
    }
  }

  @Test func `a signal ends the waiting for a line`() async {
    await #expect(processExitsWith: .exitCode(7)) {
      Interrupts.watch()
      var ends: [Int32] = [-1, -1]
      _ = unsafe pipe(&ends)
      alarm(10)
      Task.detached {
        usleep(50_000)
        kill(getpid(), SIGINT)
      }
      var reader = LineReader(descriptor: ends[0])
      exit(try reader.read() == .interrupted ? 7 : 1)
    }
  }

  @Test func `each signal has its exit code`() {
    #expect(Interrupts.Signal.interrupt.exitCode == .interrupted)
    #expect(Interrupts.Signal.terminate.exitCode == .terminated)
  }
}
