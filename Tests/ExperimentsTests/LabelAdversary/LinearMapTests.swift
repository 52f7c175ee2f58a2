import NeuralNetwork
import Players
import Testing

@testable import Experiments

@Suite struct LinearMapTests {
  @Test func `it finds the line that the rows lie on`() {
    var rng = SeededGenerator(seed: 1)
    let rows = (0..<50).map { _ in (0..<3).map { _ in 3 * rng.nextUnit() } }
    var map = LinearMap(inputs: 3, outputs: 1)
    map.fit(rows, seed: 1) { row, outputs in
      let truth = rows[row][0] - 0.5 * rows[row][2]
      return [outputs[0] - truth]
    }
    let errors = zip(rows, map.outputs(of: rows)).map { row, output in
      abs(output[0] - (row[0] - 0.5 * row[2]))
    }
    #expect(errors.reduce(0, +) / 50 < 0.2)
  }

  @Test func `before it is fitted it says nothing`() {
    let outputs = LinearMap(inputs: 2, outputs: 2).outputs(of: [[1, 2]])
    #expect(outputs == [[0, 0]])
  }
}
