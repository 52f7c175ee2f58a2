import Checkpoints
import TestSupport
import Testing

@Suite struct JSONTests {
  @Test func `members keep their order`() {
    let one: JSON = ["b": JSON(1), "a": JSON(2)]
    #expect(one != ["a": JSON(2), "b": JSON(1)])
    #expect(
      one
        == .object([
          .init(key: "b", value: JSON(1)), .init(key: "a", value: JSON(2)),
        ])
    )
  }

  @Test func `numbers are their text`() {
    #expect(JSON(1) != JSON(1.0))
    #expect(JSON(UInt64(1)) == JSON(1))
    #expect(JSON(Float(0.1)) == JSON(0.1))
    #expect(JSON([0.1, -0.0]) == [JSON(Float(0.1)), JSON(Float(-0.0))])
  }

  @Test func `two members with one key are misuse`() async {
    let result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = ["a": .null, "a": .null] as JSON
    }
    #expect(result.message.contains("two members have key a"))
  }
}
