import Testing
import UCI

@Suite struct EngineFailureTests {
  @Test func `every failure has words`() {
    let failures: [EngineFailure] = [
      .notFound, .notExecutable, .exited(code: 1), .killed(signal: 11), .gone,
      .cannotStart(code: 11), .silent(expected: "uciok", seconds: 0.5),
      .flooding, .otherGame, .illegalMove, .stopped,
    ]
    #expect(Set(failures.map(\.reason)).count == failures.count)
    #expect(
      failures[6].reason == "sent no uciok within 0.5 s"
        && failures[2].reason == "ended with exit code 1"
    )
  }
}
