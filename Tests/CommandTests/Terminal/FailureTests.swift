import Command
import Files
import Glibc
import TestSupport
import Testing
import Training

@Suite struct FailureTests {
  private struct Surprise: Error {}

  @Test func `errors have their exit codes`() {
    let full = StreamError.cannotWrite("standard output", code: ENOSPC)
    #expect(Failure(full, command: nil).code == .inputOutput)
    #expect(
      Failure(UsageError.missingOperand("X"), command: "a").code == .usage
    )
    #expect(Failure(Surprise(), command: nil).code == .bug)
    let own = Failure(.wouldOverwrite, "runs/a exists")
    #expect(Failure(own, command: "a") == own)
  }

  @Test func `what nobody foresaw is a bug, named and to be reported`() {
    let failure = Failure(Surprise(), command: "train")
    #expect(failure.code.rawValue == 70)
    #expect(failure.message == "unexpected: Surprise()")
    #expect(failure.hint?.contains("report") == true)
  }

  @Test func `only what was to be read is a missing input`() {
    let read = FileError(.read, "a", .system(ENOENT))
    #expect(Failure(read, command: nil).code == .missingInput)
    let write = FileError(.write, "no/a.svg", .system(ENOENT))
    #expect(Failure(write, command: nil).code == .inputOutput)
  }

  @Test func `a lock that another process has is no error of the disk`() {
    let run = RunFolder.Failure.busy(path: "runs/a", process: 17)
    let failure = Failure(run, command: "train")
    #expect(failure.code == .wouldOverwrite)
    #expect(
      failure.message == "runs/a: another process is training here (pid 17); "
        + "nothing was changed"
    )
    let unknown = RunFolder.Failure.busy(path: "runs/a", process: nil)
    #expect(
      Failure(unknown, command: nil).message.contains("training here; nothing")
    )
  }

  @Test func `wrong usage points to the help of the command`() {
    let error = UsageError.missingOperand("POLICY")
    #expect(
      Failure(error, command: "evaluate").message
        == "POLICY is missing; see noughts help evaluate"
    )
  }

  @Test func `exit codes are those promised`() {
    let codes: [ExitCode] = [
      .success, .assertionFalse, .usage, .badData, .missingInput, .bug,
      .wouldOverwrite, .inputOutput, .interrupted, .terminated,
    ]
    #expect(
      codes.map(\.rawValue) == [0, 1, 64, 65, 66, 70, 73, 74, 130, 143]
    )
  }
}
