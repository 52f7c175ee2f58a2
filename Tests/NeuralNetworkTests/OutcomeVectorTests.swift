import NeuralNetwork
import TestSupport
import Testing

@Suite struct OutcomeVectorTests {
  @Test(arguments: 0...32)
  func `it holds what it was given, in order`(count: Int) {
    let numbers = (0..<count).map { Float($0) - 3.5 }
    let vector = OutcomeVector(numbers)
    #expect(Array(vector) == numbers)
    #expect(OutcomeVector(count: count) { numbers[$0] } == vector)
    #expect(vector.count == count)
  }

  @Test func `a number that changes changes alone`() {
    var vector: OutcomeVector = [1, 2, 3]
    vector[1] = 9
    #expect(vector == [1, 9, 3])
    #expect(vector != [1, 9, 3, 0])
    vector += [1, 1, 1]
    vector *= 2
    #expect(vector == [4, 20, 8])
  }

  @Test func `arithmetic reaches the outcomes beyond one vector`() {
    let numbers = (0..<25).map { Float($0) }
    var vector = OutcomeVector(numbers)
    #expect(vector.dot(vector) == 4900)
    vector += OutcomeVector(numbers)
    vector *= 3
    #expect(Array(0.5 * vector) == numbers.map { 3 * $0 })
    vector[24] = -1
    #expect(vector[24] == -1 && vector[23] == 138)
  }

  @Test func `too many outcomes, other outcomes or other sizes trap`() async {
    var result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = OutcomeVector(count: 33)
    }
    #expect(result.message.contains("33 outcomes, not 0…32"))
    result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = OutcomeVector(count: -1)
    }
    #expect(result.message.contains("-1 outcomes, not 0…32"))
    result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = OutcomeVector(count: 9)[9]
    }
    #expect(result.message.contains("outcome 9 of 9"))
    result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      var vector = OutcomeVector(count: 9)
      vector[-1] = 0
    }
    #expect(result.message.contains("outcome -1 of 9"))
    result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      var vector = OutcomeVector(count: 9)
      vector += OutcomeVector(count: 8)
    }
    #expect(result.message.contains("vectors of 9 and 8 outcomes"))
  }
}
