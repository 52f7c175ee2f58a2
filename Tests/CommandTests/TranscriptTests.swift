import Foundation
import Testing

@Suite struct TranscriptTests {
  @Test(arguments: Transcript.names)
  func `the command says what it said when this was recorded`(
    name: String
  ) throws {
    let transcript = try Transcript(named: name)
    let now = try transcript.replayed()
    if ProcessInfo.processInfo.environment["NOUGHTS_RECORD"] != nil {
      let file = Transcript.folder.appending(path: name)
      try Data(now.utf8).write(to: file)
    } else if now != transcript.text {
      let (new, old) = (now.split(separator: "\n"), transcript.text)
      let difference = new.difference(from: old.split(separator: "\n"))
      Issue.record("\(name): \(difference.map { "\($0)" })")
    }
  }

  @Test func `a transcript that is wrong in one byte is seen`() throws {
    let transcript = try Transcript(named: "overview.txt")
    let altered = Transcript(
      text: transcript.text.replacing("= 0", with: "= 1")
    )
    #expect(altered.text != transcript.text)
    let now = try altered.replayed()
    #expect(now != altered.text)
  }

  @Test func `there are transcripts`() {
    #expect(Transcript.names.count >= 12)
  }
}
