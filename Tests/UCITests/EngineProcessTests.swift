import Glibc
import Testing

@testable import UCI

@Suite struct EngineProcessTests {
  /// Allows this process few descriptors, so that they are soon used up, and
  /// waits until the threads of the test library have opened theirs.
  private static func limitDescriptors() {
    var limit = rlimit(rlim_cur: 64, rlim_max: 64)
    let files = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    if unsafe setrlimit(files, &limit) != 0 { exit(1) }
    var left = descriptorsLeft()
    var unchanged = 0
    while unchanged < 50 {
      usleep(1_000)
      let now = descriptorsLeft()
      unchanged = now == left ? unchanged + 1 : 0
      left = now
    }
  }

  /// How many descriptors can still be opened, all of which it gives back.
  private static func descriptorsLeft() -> Int {
    var held: [Int32] = []
    while true {
      let next = unsafe open("/dev/null", O_RDONLY | O_CLOEXEC)
      if next < 0 { break }
      held.append(next)
    }
    for descriptor in held { close(descriptor) }
    return held.count
  }

  @Test func `an engine that ended leaves no descriptor open`() async {
    await #expect(processExitsWith: .success) {
      EngineProcessTests.limitDescriptors()
      let left = EngineProcessTests.descriptorsLeft()
      for _ in 0..<3 {
        do throws(EngineFailure) {
          var engine = try EngineProcess("echo here") { false }
          var budget = 100
          let deadline = ContinuousClock.now + .seconds(30)
          let line = try engine.readLine(before: deadline, budget: &budget)
          guard line == "here" else { exit(2) }
          _ = try engine.readLine(before: deadline, budget: &budget)
          exit(3)
        } catch {
          guard error == .gone || error == .exited(code: 0) else { exit(4) }
        }
      }
      exit(EngineProcessTests.descriptorsLeft() == left ? 0 : 5)
    }
  }

  @Test func `where no descriptor is left nothing starts, nothing is lost`()
    async
  {
    await #expect(processExitsWith: .success) {
      EngineProcessTests.limitDescriptors()
      let left = EngineProcessTests.descriptorsLeft()
      var held: [Int32] = []
      // Three pairs are needed.
      for free in 0..<6 {
        while held.count < left - free {
          held.append(unsafe open("/dev/null", O_RDONLY | O_CLOEXEC))
        }
        while held.count > left - free { close(held.removeLast()) }
        do throws(EngineFailure) {
          _ = try EngineProcess("true") { false }
          exit(3)
        } catch {
          guard case .cannotStart(EMFILE) = error else { exit(4) }
        }
        guard EngineProcessTests.descriptorsLeft() == free else { exit(5) }
      }
      for descriptor in held { close(descriptor) }
      exit(EngineProcessTests.descriptorsLeft() == left ? 0 : 6)
    }
  }
}
