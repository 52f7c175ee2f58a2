import Command
import Foundation
import TestSupport
import Testing

@Suite struct CompletionTests {
  private let completion = Completion(of: Commands.specifications)

  // What bash would offer for the last of the words.
  private func offers(
    _ words: [String],
    in folder: String = "/"
  ) throws -> [String] {
    let script =
      completion.script(for: .bash) + """

        COMP_WORDS=(\(words.map { "'\($0)'" }.joined(separator: " ")))
        COMP_CWORD=\(words.count - 1)
        _noughts
        printf '%s\\n' "${COMPREPLY[@]}"
        """
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["-c", script]
    process.currentDirectoryURL = URL(filePath: folder)
    process.standardOutput = pipe
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self).split(separator: "\n")
      .map(String.init)
  }

  @Test func `bash completes commands, options, values and names`() throws {
    #expect(try offers(["noughts", "tra"]) == ["train"])
    #expect(try offers(["noughts", "train", "--see"]) == ["--seed"])
    #expect(
      try offers(["noughts", "train", "--until", "un"]) == ["unbeatable"]
    )
    #expect(try offers(["noughts", "study", "rep"]) == ["repair"])
    #expect(try offers(["noughts", "help", "ev"]) == ["evaluate"])
    #expect(try offers(["noughts", "evaluate", "per"]) == ["perfect"])
    #expect(try offers(["noughts", "evaluate", "--games"]) == [])
  }

  @Test func `bash completes the names of the policies that are here`() throws {
    try inTemporaryFolder { folder in
      let policies = "\(folder)/Policies"
      try FileManager.default.createDirectory(
        atPath: policies,
        withIntermediateDirectories: false
      )
      for name in ["easy.json", "$(touch evil).json", "notes.txt"] {
        try write("", to: "\(policies)/\(name)")
      }
      #expect(
        try offers(["noughts", "play", "ea"], in: folder) == ["easy"]
      )
      #expect(
        try offers(["noughts", "evaluate", ""], in: folder).suffix(2)
          == ["$(touch evil)", "easy"]
      )
      #expect(try offers(["noughts", "show", "ea"], in: folder) == [])
      #expect(
        try offers(["noughts", "play", "--color", "n"], in: folder) == ["never"]
      )
      let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(names == ["Policies"])
    }
    #expect(try offers(["noughts", "play", "ea"]) == [])
  }

  @Test(arguments: Completion.Shell.allCases)
  func `every command and option is in every script`(
    shell: Completion.Shell
  ) {
    let script = completion.script(for: shell)
    for command in Commands.specifications {
      #expect(script.contains(command.name))
      for option in command.options {
        #expect(script.contains(option.name))
      }
    }
  }

  @Test func `the command prints a script, or what it knows`() throws {
    let fish = try runCommand(["completions", "fish"])
    #expect(fish.exitCode == 0)
    #expect(fish.output == completion.script(for: .fish) + "\n")
    let other = try runCommand(["completions", "fishy"])
    #expect(other.exitCode == 64)
    #expect(other.errors.contains("did you mean fish?"))
  }
}
