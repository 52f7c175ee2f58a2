import TestSupport
import Testing

@Suite struct TeacherTests {
  private func distil(_ arguments: [String]) throws -> CommandResult {
    try inTemporaryFolder { folder in
      try runCommand(
        ["train", "\(folder)/run", "--hidden", "6", "--steps", "40"]
          + ["--until", "steps"] + arguments
      )
    }
  }

  @Test func `a policy is distilled into a small network`() throws {
    let run = try distil(["--teacher", "perfect"])
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(run.errors.contains("expert  perfect, 627 positions"))
    #expect(run.errors.contains("network 18-6-9"))
  }

  @Test(
    arguments: [
      (["--teacher", "nobody"], 66, "no policy 'nobody'"),
      (["--teacher", "perfect", "--player", "x"], 64, "the teacher alone"),
      (["--teacher", "perfect", "--watch", "x"], 64, "the teacher alone"),
      (
        ["--teacher", "perfect", "--method", "negatives"], 64,
        "--teacher: expected the method clone or gail"
      ),
    ] as [([String], Int32, String)]
  )
  func `a bad choice is refused`(
    arguments: [String],
    code: Int32,
    message: String
  ) throws {
    let run = try distil(arguments)
    #expect(run.exitCode == code)
    #expect(run.errors.contains(message), "\(run.errors)")
  }
}
