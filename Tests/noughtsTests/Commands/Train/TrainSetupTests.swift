import Testing

@Suite struct TrainSetupTests {
  @Test func `all actions need the means that value them`() throws {
    try inTemporaryFolder { folder in
      let run = try runCommand([
        "train", "\(folder)/run", "--baseline", "none", "--games", "32",
      ])
      #expect(run.exitCode == 64)
      #expect(run.errors.contains("--baseline"))
      #expect(run.errors.contains("mean, by which all actions are valued"))
      #expect(run.output == "")
      for option in ["--clip", "--exploration-floor"] {
        let void = try runCommand([
          "train", "\(folder)/run", option, "0.5", "--games", "32",
        ])
        #expect(void.exitCode == 64)
        #expect(void.errors.contains("\(option): expected sampled actions"))
      }
      let sampled = try runCommand([
        "train", "\(folder)/run", "--baseline", "none", "--games", "32",
        "--actions", "sampled", "--until", "games", "--quiet",
      ])
      #expect(sampled.exitCode == 0, "\(sampled.errors)")
    }
  }
}
