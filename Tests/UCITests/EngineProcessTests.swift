import Glibc
import Testing

@testable import UCI

@Suite struct EngineProcessTests {
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

  @Test func `where no descriptor is left nothing starts, nothing is lost`()
    async
  {
    await #expect(processExitsWith: .success) {
      var limit = rlimit(rlim_cur: 64, rlim_max: 64)
      guard
        unsafe setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
          == 0
      else { exit(2) }
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
